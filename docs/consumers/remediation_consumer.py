"""Listens to remediation events and reacts to three of them.

Needs `pip install confluent-kafka cloudevents`; run it as `python remediation_consumer.py BOOTSTRAP`.
"""
import sys

from cloudevents.http import from_json
from confluent_kafka import Consumer

consumer = Consumer(
    {
        "bootstrap.servers": sys.argv[1],
        "group.id": "my-team",
        # The first start sees everything from the beginning; later ones go on where they were.
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
    }
)
consumer.subscribe(["kenshin.remediation-events"])

# Events come at least once: an id that was seen is passed over. Keep it where your own state is kept.
seen = set()

while True:
    record = consumer.poll(1.0)
    if record is None:
        continue
    if record.error():
        raise RuntimeError(record.error())
    event = from_json(record.value())
    if event["id"] not in seen:
        seen.add(event["id"])
        data = event.data
        if event["type"] == "io.kenshin.samples.quarantined.v1":
            print(f"stop training on {len(data['sampleIds'])} samples of {data['dataset']}: {data['reason']}")
        elif event["type"] == "io.kenshin.model.promoted.v1":
            print(f"deploy {data['model']} version {data['version']}")
        elif event["type"] == "io.kenshin.model.rolled-back.v1":
            print(f"deploy {data['model']} version {data['version']} again")
    # Only what was handled is committed: a crash before this line means seeing the event again.
    consumer.commit(record)
