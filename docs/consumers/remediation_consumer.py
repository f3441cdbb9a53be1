"""Listens to remediation events and reacts to three of them.

Needs confluent-kafka (`pip install confluent-kafka`, on Debian python3-confluent-kafka); run it as
`python3 remediation_consumer.py BOOTSTRAP [SECONDS]`: without seconds it listens for ever.
"""
import json
import sys
import time

from confluent_kafka import Consumer, KafkaException

bootstrap = sys.argv[1]
until = time.monotonic() + float(sys.argv[2] if len(sys.argv) > 2 else "inf")

consumer = Consumer(
    {
        "bootstrap.servers": bootstrap,
        "group.id": "my-python-team",
        # The first start sees everything from the beginning; later ones go on where they were.
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
    }
)
consumer.subscribe(["kenshin.remediation-events"])

# Events come at least once: an id that was seen is passed over. Keep it where your own state is kept.
seen = set()


def handle(event):
    if event["id"] in seen:
        return
    seen.add(event["id"])
    data = event["data"]
    if event["type"] == "io.kenshin.samples.quarantined.v1":
        print(f"stop training on {len(data['sampleIds'])} samples of {data['dataset']}: {data['reason']}", flush=True)
    elif event["type"] == "io.kenshin.model.promoted.v1":
        print(f"deploy {data['model']} version {data['version']}", flush=True)
    elif event["type"] == "io.kenshin.model.rolled-back.v1":
        print(f"deploy {data['model']} version {data['version']} again", flush=True)


try:
    while time.monotonic() < until:
        record = consumer.poll(0.5)
        if record is None:
            continue
        if record.error():
            raise KafkaException(record.error())
        handle(json.loads(record.value()))
        # Only what was handled is committed: a crash before this line means seeing the event again.
        consumer.commit(record, asynchronous=False)
finally:
    consumer.close()
