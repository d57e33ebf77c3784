// Builds the front-end assets: npm ci when package-lock.json changed, then vite build. Called by the .NET build; two builds
// at once (parallel projects, two checkouts of one container) wait for each other instead of tearing node_modules apart.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const lock = join(here, '.building');
const installed = join(here, 'node_modules', '.installed');
const built = join(here, '..', 'wwwroot', 'dist', '.built');

// What the editor knows of our own BPMN extension is what the documentation says of it.
const extension = join(here, '..', '..', '..', 'docs', 'orch-moddle.json');

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Expected Node.js 20 or newer to build the pages' assets, but found ${process.versions.node}. Install it from nodejs.org.`);
  process.exit(1);
}

acquire();
try {
  const wanted = digest([join(here, 'package-lock.json')]);
  if (readIfThere(installed) !== wanted) {
    run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
    writeFileSync(installed, wanted);
  }

  const sources = digest([
    ...files(join(here, 'src')),
    join(here, 'package-lock.json'),
    join(here, 'vite.config.mjs'),
    extension,
  ]);
  if (readIfThere(built) !== sources) {
    run(process.execPath, [join(here, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']);
    writeFileSync(built, sources);
  } else {
    const now = new Date();
    utimesSync(built, now, now);
  }
} finally {
  rmSync(lock, { force: true });
}

function acquire() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }

    const holder = Number(readIfThere(lock));
    if (holder > 0 && !lives(holder)) rmSync(lock, { force: true }); // its builder was killed
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function run(command, args) {
  execFileSync(command, args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(relative(here, path)).update(readFileSync(path));
  return hash.digest('hex');
}
