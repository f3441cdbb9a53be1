// node embed.mjs MODELS NAME TEXTS: embeds the texts of a JSON array once for every line on standard input.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { env, pipeline } from '@huggingface/transformers';

const [models, name, file] = process.argv.slice(2);
const BATCH = 4;
env.allowRemoteModels = false;
env.localModelPath = models;
const extractor = await pipeline('feature-extraction', name, { dtype: 'fp32' });
const texts = JSON.parse(readFileSync(file, 'utf8'));
// Texts of like length together, as every contender has them: padding is computed for nothing.
texts.sort((a, b) => a.length - b.length);
console.log('ready');
for await (const _ of createInterface({ input: process.stdin })) {
    for (let from = 0; from < texts.length; from += BATCH) {
        await extractor(texts.slice(from, from + BATCH), { pooling: 'mean', normalize: true });
    }
    console.log('done');
}
