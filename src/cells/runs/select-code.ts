import type { SelectCode } from '../cell-definition.ts';

/** Python that reads the runs as they are saved, and sorts those that may be compared. */
export const selectCode: SelectCode = () => `# The file that "Save as CSV" writes.
runs = pd.read_csv("matinee-runs.csv", parse_dates=["started"])
settings = list(runs.columns[runs.columns.get_loc("model"):])
varied = [name for name in settings if runs[name].nunique(dropna=False) > 1]
# Only runs on the same data, with the same split and seed, can be compared.
alike = ["data", "data_sha256", "data_reading", "ratings", "split", "seed"]
alike += ["validationShare", "testShare", "validationPerUser", "testPerUser"]
for _, group in runs.groupby(alike, dropna=False):
    columns = ["run", *varied, "validation_rmse", "ndcg_at_10", "epoch_seconds"]
    print(group.sort_values("validation_rmse")[columns].to_string(index=False))
# As the filter "rmse < 0.9 and model = mlp" and the scatter do.
print(runs.query('validation_rmse < 0.9 and model == "mlp"')[["run", "validation_rmse"]])
runs.plot.scatter(x="epoch_seconds", y="validation_rmse", logx=True)
`;
