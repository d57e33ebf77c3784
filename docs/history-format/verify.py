#!/usr/bin/env python3
"""Reference verifier of docs/history-format.md: python3 verify.py DATABASE.db [CHECKPOINTS [PUBLIC-KEY.pem]]

Reads a SQLite file, needs no key to the contents, prints the first bad place of each instance and ends with 1 when
there is one. It shares no code with the program: it was written from the page."""
import base64, hashlib, sqlite3, struct, sys
from datetime import datetime, timedelta, timezone

sha = lambda data: hashlib.sha256(data).digest()
field = lambda data: struct.pack(">I", len(data)) + data


def envelope(instance, first, count, at, actor, command):
    return b"\x01" + b"".join(map(field, (struct.pack(">q", instance), struct.pack(">q", first), struct.pack(">i", count),
                                          struct.pack(">q", at), actor.encode(), command)))


# ---- ECDSA on P-256 (FIPS 186-5), with affine points
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)


def add(a, b):
    if a is None or b is None: return a or b
    if a[0] == b[0] and (a[1] + b[1]) % P == 0: return None
    slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P) if a == b else (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P


def times(k, point):
    result = None
    while k:
        if k & 1: result = add(result, point)
        point, k = add(point, point), k >> 1
    return result


def public_keys(pem):  # one or more; the last 64 bytes of a SubjectPublicKeyInfo are x and y
    for block in pem.split("-----END PUBLIC KEY-----")[:-1]:
        der = base64.b64decode("".join(line for line in block.splitlines() if "-----" not in line))
        yield int.from_bytes(der[-64:-32], "big"), int.from_bytes(der[-32:], "big")


def signed(key, text, signature):
    r, s = int(signature[:64], 16), int(signature[64:], 16)
    if not (0 < r < N and 0 < s < N): return False
    w = pow(s, -1, N)
    point = add(times(int.from_bytes(sha(text), "big") * w % N, G), times(r * w % N, key))
    return point is not None and point[0] % N == r


# ---- checkpoints
def checkpoints(path, keys, bad):
    heads, buried, previous, number, last_at, before_last = {}, {}, "0" * 64, 0, None, None
    body = b""
    for line in open(path, "rb"):
        if not line.startswith(b"signature "):
            body += line
            continue
        lines = [part.split() for part in body.decode("ascii", "replace").splitlines()]
        try:
            kind, version, count, at, _, before = lines[0]
            assert (kind, version) == ("checkpoint", "1")
            number, before_last = number + 1, previous
            if int(count) != number or before != previous: bad.append((0, 0, f"checkpoint {count} does not follow the one before it"))
            if keys and not any(signed(key, body, line.split()[1].decode()) for key in keys): bad.append((0, 0, f"checkpoint {count} does not carry the signature of this key"))
            last_at = datetime.strptime(at[:26], "%Y-%m-%dT%H:%M:%S.%f").replace(tzinfo=timezone.utc)
            for what, instance, sequence, digest in lines[1:]:
                instance, sequence = int(instance), int(sequence)
                known = heads.setdefault(instance, {}) if what == "head" else heads.get(instance, {})
                last = max(known, default=0)
                if sequence <= last and known.get(sequence) != digest or what == "tombstone" and sequence < last:
                    bad.append((instance, sequence, f"checkpoint {count} names another head than an earlier one"))
                elif what == "head": known[sequence] = digest
                if what == "tombstone": buried[instance] = sequence
                elif what != "head": raise ValueError(what)
        except (ValueError, AssertionError, IndexError):
            bad.append((0, 0, "the file of checkpoints has lines of another form"))
        previous, body = hashlib.sha256(body).hexdigest(), b""
    if body: bad.append((0, 0, "the last checkpoint has no signature"))
    return heads, buried, last_at, (number, previous, before_last)


# ---- chains
def walk(rows, sealed, version, head, last_at):
    """The first bad place of one instance as (position, what), or None."""
    position, digest, at, fitted = 0, bytes(32), None, 0
    for instance, first, count, ticks, actor, command, previous, stored, payload in rows:
        if first != position + 1 or count < 1: return position + 1, "a row is missing or out of place"
        if previous != digest: return position + 1, "the previous hash is not the hash of the row before"
        try:
            fits = sha(previous + envelope(instance, first, count, ticks, actor, command) + sha(payload)) == stored
        except (struct.error, TypeError, AttributeError):  # a column of another type
            fits = False
        if not fits: return position + 1, "the hash does not fit what the row holds"
        position, digest, at = first + count - 1, stored, ticks
        skipped = [s for s in sealed if fitted < s < position]
        if skipped or position in sealed and sealed[position] != digest.hex(): return fitted + 1, "not the chain that was sealed"
        if position in sealed: fitted = position
    if sealed and max(sealed) > position: return position + 1, "the tail was cut"
    if (version, head) != (position, digest): return position, "the instance row names another end"
    if last_at and at is not None and position > fitted:
        if datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=at // 10) < last_at - timedelta(minutes=1):
            return fitted + 1, "older than the last checkpoint, but not sealed"


def last_known(db):
    """Number and hash of the last checkpoint that the database knows of."""
    row = db.execute("SELECT value FROM engine_settings WHERE name = 'last-checkpoint'").fetchone()
    return (int(row[0].split()[0]), row[0].split()[1]) if row else (0, "0" * 64)


def main(database, seals=None, pem=None):
    bad = []
    keys = list(public_keys(open(pem).read())) if pem else []
    heads, buried, last_at, end = checkpoints(seals, keys, bad) if seals else ({}, {}, None, None)
    db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    # One ahead is fine: the program ended between writing the file and telling the database.
    if seals and not any(place[0] == 0 for place in bad) and end[:2] != last_known(db) and (end[0] - 1, end[2]) != last_known(db):
        bad.append((0, 0, f"the file ends at checkpoint {end[0]}, the database knows of {last_known(db)[0]}: cut, lost or another file"))
    instances = db.execute("SELECT instance, version, head_hash FROM engine_instances ORDER BY instance").fetchall()
    for instance, version, head in instances:
        rows = db.execute("SELECT instance, first_seq, count, at, actor, command_id, prev_hash, hash, payload FROM engine_history"
                          " WHERE instance = ? ORDER BY first_seq", (instance,))
        found = walk(rows, heads.get(instance, {}), version, head, last_at)
        if found: bad.append((instance, *found))
        if instance in buried: bad.append((instance, 0, "purged, but there again"))
    known = {row[0] for row in instances}
    bad += [(i, 0, "sealed, but deleted without a tombstone") for i in heads if i not in known and i not in buried]
    bad += [(i, 0, "history without an instance row") for (i,) in db.execute("SELECT DISTINCT instance FROM engine_history") if i not in known]
    bad += [(i, 0, "its data key is gone or back without a lawful reason") for (i,) in db.execute(
        "SELECT i.instance FROM engine_instances i LEFT JOIN engine_subjects s ON s.subject = i.subject"
        " WHERE (s.wrapped_key IS NULL) <> (s.erased_at IS NOT NULL)")]
    for instance, position, what in sorted(bad):
        print(f"instance {instance}, position {position}: {what}" if instance else what)
    print(f"{len(instances)} instances, {len(bad)} bad places")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
