"""Executes a notebook from top to bottom and prints the validation RMSE and NDCG that it printed, as JSON.

python run_notebook.py notebook.ipynb folder
"""
import json
import re
import sys

import nbformat
from nbclient import NotebookClient


def main(path, folder):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    NotebookClient(notebook, timeout=1800, kernel_name="python3", resources={"metadata": {"path": folder}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    text = "".join(output.get("text", "") for output in outputs)
    found = {"rmse": r"Validation RMSE in stars: ([\d.]+)", "ndcg@10": r"The model: NDCG@10 ([\d.]+)"}
    matches = {name: re.findall(pattern, text) for name, pattern in found.items()}
    print(json.dumps({name: float(values[-1]) for name, values in matches.items() if values}))


main(*sys.argv[1:])
