"""Plays demonstrations as a user would, by the command line, and looks at what they left: tests/long/demo.sh and tests/long/demo-kill.sh."""
import email
import email.policy
import glob
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter

ORCHESTRATOR = 'artifacts/bin/Orchestrator.Cli/debug/Orchestrator.Cli'
AGENCIES = {'regione', 'apl', 'anpalservizi'}
SECONDS_OF_A = 60


def start(scenario, seed, file, resume=False):
    words = [ORCHESTRATOR, 'demo', scenario, '--seed', str(seed), '--db', file, '--json'] + (['--resume'] if resume else [])
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(process):
    """The report of a run that ends by itself."""
    out, err = process.communicate()
    if process.returncode != 0:
        raise SystemExit(f'Expected exit code 0, but found {process.returncode}: {err.strip().splitlines()[-1:]}')
    return json.loads(out)


def play(scenario, seed, folder):
    file = os.path.join(folder, f'{scenario}-{seed}-{time.monotonic_ns()}.db')
    return finish(start(scenario, seed, file)), file


def problems_of(report):
    """What a report says that cannot be."""
    funnel, terms = report['funnel'], report['deadlines']
    rules = {
        'every instance ended': report['instancesEnded'] == report['instances'] > 0,
        'every history verified': report['historiesVerified'] == report['instances'],
        'workers = sum of endStates': report['workers'] == sum(report['endStates'].values()) > 0,
        'inCharge <= chosen <= approved <= booked <= eligible': funnel['inCharge'] <= funnel['chosen'] <= funnel['approved'] <= funnel['booked'] <= funnel['eligible'],
        'kept + missed + withdrawn = armed': terms['kept'] + terms['missed'] + terms['withdrawn'] == terms['armed'],
        'endedByTimeout <= 5 % of workers': report['endedByTimeout'] * 20 <= report['workers'],
        'every agency sends and works off': set(report['messages']) == AGENCIES and all(one['published'] > 0 and one['consumed'] > 0 for one in report['messages'].values()),
    }
    return [rule for rule, holds in rules.items() if not holds]


def without_time(report):
    return {name: value for name, value in report.items() if name != 'wallSeconds'}


def mails(file):
    """Mails of the spool by who gets them, what they say and which meeting they are about; keys of jobs and cases differ from run to run."""
    found = Counter()
    for path in glob.glob(glob.escape(file + '.files/spool') + '/*.eml'):
        with open(path, 'rb') as content:
            mail = email.message_from_binary_file(content, policy=email.policy.default)
        meeting = re.sub(r'PW-[0-9a-f-]{36}', 'PW', re.sub(r'^(event-)?\d+-', '', os.path.basename(path)))
        found[str(mail['To']), str(mail['Subject']), meeting] += 1
    return found


def registry(file):
    with sqlite3.connect(f'file:{file}?mode=ro', uri=True) as database:
        return [row[0] for row in database.execute('SELECT registry_number FROM cases_documents ORDER BY registry_number')]


def gaps(numbers):
    """Where the numbers of a year are not 1 to N, each once."""
    years = {}
    for number in numbers:
        _, year, count = number.split('-')
        years.setdefault(year, []).append(int(count))
    return [f'{year}: {counts}' for year, counts in years.items() if sorted(counts) != list(range(1, len(counts) + 1))]


def check_runs(seeds):
    """Scenarios and seeds, the same seed twice, another seed."""
    wrong, elements = [], {}
    folder = tempfile.mkdtemp(prefix='demo-')
    try:
        for scenario in 'ABD':
            reports = {}
            for seed in seeds:
                report, file = play(scenario, seed, folder)
                reports[seed] = report
                problems = problems_of(report) + [f'registry {gap}' for gap in gaps(registry(file))]
                if scenario == 'A' and report['wallSeconds'] > SECONDS_OF_A:
                    problems.append(f'A within {SECONDS_OF_A} s')
                print(scenario, seed, f"{report['wallSeconds']} s", json.dumps(report['endStates']), json.dumps(report['funnel']), json.dumps(report['deadlines']), problems or 'holds', flush=True)
                wrong += problems
                for process, counts in report['elements'].items():
                    elements.setdefault(process, set()).update(counts)
            again, _ = play(scenario, seeds[0], folder)
            if without_time(again) != without_time(reports[seeds[0]]):
                wrong.append(f'{scenario} {seeds[0]}: the same seed gave other figures')
            if len({json.dumps(without_time(one) | {'seed': 0}, sort_keys=True) for one in reports.values()}) != len(seeds):
                wrong.append(f'{scenario}: two seeds gave the same figures')
    finally:
        shutil.rmtree(folder)
    not_run(elements)
    return wrong


def not_run(elements):
    """Prints how many elements no demonstration entered; tests show the scenario file of each."""
    for path in sorted(glob.glob('workflows/*/*.bpmn')):
        process = os.path.basename(path)[:-5]
        with open(path, encoding='utf-8') as content:
            named = set(re.findall(r'<bpmn:(?:\w+Task|task|callActivity|subProcess|adHocSubProcess|\w+Event|\w+Gateway) id="([^"]+)"', content.read()))
        left = sorted(named - elements.get(process, set()))
        print(f'{process}: {len(named) - len(left)} of {len(named)} elements entered; not {" ".join(left) or "one missing"}', flush=True)


def check_kills(scenario, seed, kills, chance):
    """One run to its end, and one that is killed again and again and goes on: the same end."""
    folder = tempfile.mkdtemp(prefix='demo-')
    try:
        whole, whole_file = play(scenario, seed, folder)
        took = whole['wallSeconds']
        file = os.path.join(folder, 'killed.db')
        for kill in range(kills):
            process = start(scenario, seed, file, resume=kill > 0)
            wait = chance.uniform(0.2, max(2.0, 2 * took / kills))
            try:
                process.wait(wait)
                print(f'kill {kill + 1}: ended before', flush=True)
                break
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                clock = file + '.files/run.json'
                print(f'kill {kill + 1} after {wait:.1f} s, virtual time', json.load(open(clock))['At'] if os.path.exists(clock) else 'not begun', flush=True)
        report = finish(start(scenario, seed, file, resume=True))
        wrong = problems_of(report)
        if report['endStates'] != whole['endStates']:
            wrong.append(f"end states {report['endStates']} instead of {whole['endStates']}")
        mine, theirs = mails(file), mails(whole_file)
        if mine != theirs:
            wrong.append(f'{(mine - theirs).total()} mails too many, {(theirs - mine).total()} lost of {theirs.total()}: {list((mine - theirs).items())[:5]} {list((theirs - mine).items())[:5]}')
        numbers = registry(file)
        wrong += [f'registry {gap}' for gap in gaps(numbers)]
        if numbers != registry(whole_file):
            wrong.append(f'{len(numbers)} registry numbers instead of {len(registry(whole_file))}')
        differs = [name for name in whole if name not in ('wallSeconds', 'messages') and whole[name] != report[name]]
        print(f'{theirs.total()} mails, {len(numbers)} registry numbers, end states {json.dumps(report["endStates"])}; figures that differ besides the traffic: {differs or "none"}', flush=True)
        return wrong
    finally:
        shutil.rmtree(folder)


def main(words):
    match words:
        case ['runs', *seeds]:
            wrong = check_runs([int(seed) for seed in seeds] or [1, 2, 3])
        case ['kills', scenario, seed, kills]:
            wrong = check_kills(scenario, int(seed), int(kills), random.Random(int(seed)))
        case _:
            raise SystemExit('Expected runs [SEED...] or kills SCENARIO SEED KILLS.')
    for one in wrong:
        print('WRONG', one)
    print('holds' if not wrong else f'{len(wrong)} wrong')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
