#!/usr/bin/env python3
"""Checks a proof of a Tallymark ledger with nothing but the public key.

    ledger_proof.py PROOF.json NAME+ID+KEY

Written from RFC 6962 and from the descriptions of signed notes and log checkpoints at c2sp.org, not
from Tallymark's code; it goes down the tree where that one climbs. Needs the program openssl.
Exits with 0 where the proof holds, else with 1 and the reason.
"""
import base64, hashlib, json, os, subprocess, sys, tempfile


def require(truth, reason):
    if not truth:
        sys.exit(reason)


def leaf_hash(data):
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(size):
    """The largest power of two below the size."""
    return 1 << ((size - 1).bit_length() - 1)


def root_with(leaf, index, size, path):
    """MTH of a tree of which a leaf and the sibling subtrees are known, root's sibling last."""
    if size == 1:
        require(not path, "too many hashes")
        return leaf
    require(path, "too few hashes")
    k = split(size)
    if index < k:
        return node_hash(root_with(leaf, index, k, path[:-1]), path[-1])
    return node_hash(path[-1], root_with(leaf, index - k, size - k, path[:-1]))


def roots_with(first_root, first, size, path, is_whole):
    """The roots of the first leaves and of all leaves of a subtree."""
    if first == size:
        if is_whole:
            require(not path, "too many hashes")
            return first_root, first_root
        require(len(path) == 1, "a wrong number of hashes")
        return path[0], path[0]
    require(path, "too few hashes")
    k = split(size)
    if first <= k:
        old, new = roots_with(first_root, first, k, path[:-1], is_whole)
        return old, node_hash(new, path[-1])
    old, new = roots_with(first_root, first - k, size - k, path[:-1], False)
    return node_hash(path[-1], old), node_hash(path[-1], new)


def verified(message, signature, public_key):
    with tempfile.TemporaryDirectory() as folder:
        def file(name, data):
            path = os.path.join(folder, name)
            with open(path, "wb") as f:
                f.write(data)
            return path
        key = bytes.fromhex("302a300506032b6570032100") + public_key  # RFC 8410, 4
        return subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER",
             "-inkey", file("key", key), "-rawin", "-in", file("message", message),
             "-sigfile", file("signature", signature)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def open_checkpoint(note, verifier):
    """Size and root of a note that the key has signed."""
    name, key_id, key = verifier.split("+", 2)
    key = base64.b64decode(key, validate=True)
    require(key[0] == 1 and len(key) == 33, "not an Ed25519 key")
    expected = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    require(expected.hex() == key_id, "the key's id is wrong")
    text, signatures = note[:note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2:]
    for line in signatures.splitlines():
        dash, signer, data = line.split(" ")
        data = base64.b64decode(data, validate=True)
        if dash == "\u2014" and signer == name and data[:4] == expected:
            require(verified(text.encode(), data[4:], key[1:]), "the signature is wrong")
            origin, size, root = text.split("\n")[:3]
            require(origin == name, "another log")
            return int(size), base64.b64decode(root, validate=True)
    sys.exit("not signed by this key")


def main(proof, verifier):
    hashes = [base64.b64decode(text, validate=True) for text in proof["hashes"]]
    require(all(len(one) == 32 for one in hashes), "a hash of another length")
    if proof["proof"] == "tallymark-inclusion-1":
        size, root = open_checkpoint(proof["checkpoint"], verifier)
        entry = json.loads(proof["entry"])
        require(entry["seq"] == proof["seq"] and 1 <= proof["seq"] <= size, "another number")
        leaf = leaf_hash(proof["entry"].encode())
        require(root_with(leaf, proof["seq"] - 1, size, hashes) == root, "another root")
    elif proof["proof"] == "tallymark-consistency-1":
        first, old = open_checkpoint(proof["first"], verifier)
        second, new = open_checkpoint(proof["second"], verifier)
        require(first <= second, "the later log is the smaller one")
        if first == 0:
            require(not hashes and old == hashlib.sha256().digest(), "not an empty log")
        else:
            require(roots_with(old, first, second, hashes, True) == (old, new), "other roots")
    else:
        sys.exit("an unknown kind of proof")


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        main(json.load(file), sys.argv[2])
