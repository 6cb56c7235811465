/** Python that gives the weights of an .npz file of the page to the model of the cells above, where the file is there. */
export const weightsCode = (file: string): string => `import os

weights_file = ${JSON.stringify(file)}  # what "Save .npz" saves; it replaces the weights that were trained above
if os.path.exists(weights_file):
    saved = np.load(weights_file)
    # The page may number rows in another order; this one is that of the sorted ids.
    of_users, of_movies = np.argsort(saved["user_ids"]), np.argsort(saved["movie_ids"])
    assert (saved["user_ids"][of_users] == user_ids).all() and (saved["movie_ids"][of_movies] == movie_ids).all()


    def in_order(table):
        return table[of_users] if len(table) == n_users else table[of_movies] if len(table) == n_movies else table


    for layer in model.layers:
        parts = [f"{layer.name}/{part}" for part in ("embeddings", "kernel", "bias")]
        tables = [in_order(saved[name]) for name in parts if name in saved.files]
        if tables:
            layer.set_weights([table.reshape(weight.shape) for table, weight in zip(tables, layer.get_weights())])
    if "list_gain/gain" in saved.files:
        list_head.gain.assign(saved["list_gain/gain"][0])
        list_head.bias.assign(saved["list_bias/embeddings"][of_movies, 0])
`;
