// Validates an OpenAPI document with a parser that is not ours: node check.mjs FILE. Ends with 0 when it is valid.
import { readFile } from 'node:fs/promises';
import { compileErrors, validate } from '@readme/openapi-parser';

const document = JSON.parse(await readFile(process.argv[2], 'utf8'));
const result = await validate(document);
if (result.valid) console.log(`valid OpenAPI ${document.openapi}, ${Object.keys(document.paths).length} paths`);
else console.error(compileErrors(result));
process.exit(result.valid ? 0 : 1);
