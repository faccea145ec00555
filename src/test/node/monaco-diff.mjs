// Runs VS Code's diff over cases and prints what it marked and how long it took, one JSON object a line.
//
//   node monaco-diff.mjs FOLDER CASES ROUNDS
//
// FOLDER holds node_modules/monaco-editor; CASES is a file of JSON lines {group, name, left, right};
// the time of a case is the median of ROUNDS rounds after one round that is thrown away.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';

const [folder, casesFile, rounds] = process.argv.slice(2);
const module = join(resolve(folder),
    'node_modules/monaco-editor/esm/vs/editor/common/diff/linesDiffComputers.js');
const { linesDiffComputers } = await import(pathToFileURL(module).href);
const computer = linesDiffComputers.getDefault();
const options = { ignoreTrimWhitespace: false, maxComputationTimeMs: 5000, computeMoves: false };

const lines = text => text.split(/\r\n|\r|\n/);

/** Characters in a range; a line end inside it counts as one. */
function characters(of, range) {
    if (range.startLineNumber === range.endLineNumber) {
        return range.endColumn - range.startColumn;
    }
    let count = of[range.startLineNumber - 1].length - (range.startColumn - 1) + 1;
    for (let line = range.startLineNumber + 1; line < range.endLineNumber; line++) {
        count += of[line - 1].length + 1;
    }
    return count + range.endColumn - 1;
}

for (const text of readFileSync(casesFile, 'utf8').split('\n')) {
    if (text === '') {
        continue;
    }
    const { group, name, left, right } = JSON.parse(text);
    const a = lines(left);
    const b = lines(right);
    let result = computer.computeDiff(a, b, options);
    const times = [];
    for (let round = 0; round < Number(rounds) && !(round > 0 && result.hitTimeout); round++) {
        const start = performance.now();
        result = computer.computeDiff(a, b, options);
        times.push(performance.now() - start);
    }
    times.sort((x, y) => x - y);
    let deleted = 0;
    let inserted = 0;
    let marks = 0;
    for (const change of result.changes) {
        for (const inner of change.innerChanges ?? []) {
            deleted += characters(a, inner.originalRange);
            inserted += characters(b, inner.modifiedRange);
            marks++;
        }
    }
    console.log(JSON.stringify({
        group, name, milliseconds: times[times.length >> 1], deleted, inserted, marks, gaveUp: result.hitTimeout }));
}
