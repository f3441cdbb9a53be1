"""A trainer with Hugging Face Transformers, by the contract in docs/trainer-contract.md. Not run by this project.

KENSHIN_MODEL has to hold a model that Transformers can load (config.json with weights), not only model.onnx.
"""
import json
import os
import pathlib
import shutil
import urllib.request

from datasets import Dataset
from optimum.onnxruntime import ORTModelForSequenceClassification
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    DataCollatorWithPadding,
    Trainer,
    TrainingArguments,
)

model_directory = os.environ["KENSHIN_MODEL"]
output = pathlib.Path(os.environ["KENSHIN_OUTPUT"])
labels = os.environ["KENSHIN_LABELS"].split(",")
output.mkdir(parents=True, exist_ok=True)


def samples():
    data = os.environ["KENSHIN_DATA"]
    held = os.environ.get("KENSHIN_QUARANTINED")
    quarantined = set(pathlib.Path(held).read_text().splitlines()) if held else set()
    if data.startswith("http"):
        request = urllib.request.Request(data)
        token = os.environ.get("KENSHIN_API_TOKEN")
        if token:
            request.add_header("Authorization", "Bearer " + token)
        lines = urllib.request.urlopen(request)
    else:
        lines = open(data, "rb")
    for line in lines:
        sample = json.loads(line)
        if sample["id"] in quarantined:
            continue
        yield {"text": sample["code"], "label": labels.index(sample["label"])}


tokenizer = AutoTokenizer.from_pretrained(model_directory)
model = AutoModelForSequenceClassification.from_pretrained(
    model_directory,
    num_labels=len(labels),
    id2label=dict(enumerate(labels)),
    label2id={label: index for index, label in enumerate(labels)},
    ignore_mismatched_sizes=True,
)
dataset = Dataset.from_generator(samples).map(
    lambda batch: tokenizer(batch["text"], truncation=True, max_length=512), batched=True
)
trainer = Trainer(
    model=model,
    args=TrainingArguments(
        output_dir="/tmp/checkpoints",
        num_train_epochs=float(os.environ.get("KENSHIN_EPOCHS", "3")),
        per_device_train_batch_size=int(os.environ.get("KENSHIN_BATCH", "32")),
        seed=int(os.environ.get("KENSHIN_SEED", "1")),
        report_to=[],
    ),
    train_dataset=dataset,
    data_collator=DataCollatorWithPadding(tokenizer),
)
result = trainer.train()
trainer.save_model("/tmp/trained")
tokenizer.save_pretrained("/tmp/trained")
ORTModelForSequenceClassification.from_pretrained("/tmp/trained", export=True).save_pretrained(output)
for name in ("config.json", "tokenizer.json"):
    shutil.copy(pathlib.Path("/tmp/trained") / name, output / name)
# Last: its presence says that the job has succeeded.
(output / "metrics.json").write_text(json.dumps({"loss": result.training_loss, "samples": len(dataset)}))
