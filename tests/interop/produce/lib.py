"""What the scripts in Python share: the logs of logs.json, and the log `formula`."""
import json
import os


def logs(path):
    """name -> (columns: name -> type, rows). `formula` is expenditures, whose eligible is None: gross - vat."""
    with open(path, encoding="utf-8") as file:
        all_logs = json.load(file)
    read = {name: (log["columns"], log["rows"]) for name, log in all_logs.items() if name != "about"}
    columns, rows = read["expenditures"]
    read["formula"] = (columns, [row[:-1] + [None] for row in rows])
    return read


def folder(out, variant, declare=""):
    """OUT/VARIANT; `declare`: what the entry of `data` has to say of such files."""
    path = os.path.join(out, variant)
    os.makedirs(path, exist_ok=True)
    if declare:
        with open(os.path.join(path, "declare"), "w", encoding="utf-8") as file:
            file.write(declare)
    return path
