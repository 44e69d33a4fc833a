"""Write models.lock.json: sha256, size, origin and licence of every model file.

Run: python -m training.attribution.lock FOLDER
"""

import argparse
import hashlib
import json
from pathlib import Path

ENCODER = "sentence-transformers/all-MiniLM-L6-v2, revision 1110a243 (model.safetensors sha256 53aa5117...d9db)"
ORIGIN = {
    "attribution.onnx": f"fine-tuned by training/attribution from {ENCODER} on PolNeAR 1.0.0, train part",
    "attribution_pairs.onnx": "trained by training/attribution on PolNeAR 1.0.0, train part",
    "attribution.json": "written by training/attribution/calibrate.py on articles kept aside from the train part",
    "vocab.txt": "uncased BERT vocabulary, as published with sentence-transformers/all-MiniLM-L6-v2",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    files = []
    for name, origin in sorted(ORIGIN.items()):
        data = (folder / name).read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        files.append({"name": name, "bytes": len(data), "sha256": digest, "licence": "Apache-2.0", "source": origin})
    text = json.dumps({"files": files}, indent=1) + "\n"
    (folder / "models.lock.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
