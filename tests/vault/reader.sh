#!/bin/sh
# Prints every present entry and every draft of a vault, one JSON text a line, with sqlite3, argon2,
# openssl, xxd and od alone. The passphrase, or the recovery code with its dashes, comes on
# standard input. The tags aren't checked, and keys stand on command lines, where other programs of
# the same user can see them: for a machine that you trust, in thirty years. Nothing is written to
# the disk.
#
#     printf %s "$PASSPHRASE" | sh reader.sh journal.vault
#
# A passphrase beyond ASCII must come in NFKC, and argon2 takes 127 bytes at most. On standard error: what is wrong. Exit 1: it doesn't
# open.
set -eu
vault=$1
secret=$(cat)

one() { sqlite3 -batch "$vault" "$1"; }
hex() { od -An -v -tx1 | tr -d ' \n'; }
fail() { echo "$1" >&2; exit 1; }
# hkdf LENGTH KEY INFO: the derived key in hex
hkdf() {
    openssl kdf -keylen "$1" -kdfopt digest:SHA256 -kdfopt "hexkey:$2" -kdfopt "hexsalt:$id" \
        -kdfopt "info:$3" -binary HKDF | hex
}
# open_ KEY SEALED: what was sealed; both are hex. GCM enciphers as CTR does from nonce || 00000002.
open_() {
    printf %s "$2" | cut -c25- | sed 's/.\{32\}$//' | xxd -r -p |
        openssl enc -d -aes-256-ctr -K "$1" -iv "$(printf %s "$2" | cut -c1-24)00000002"
}

# --- from what was typed to the lock: 28 characters of base32 whose checksum fits are a code
kind=passphrase
letters=0123456789ABCDEFGHJKMNPQRSTVWXYZ
tidy=$(printf %s "$secret" | tr -d ' \n-' | tr 'a-z' 'A-Z' | tr OIL 011)
if printf %s "$tidy" | grep -qE "^[$letters]{28}\$"; then
    # 140 bits as text of 0 and 1, so that no shell's arithmetic is too short
    bits=$(printf %s "$tidy" | fold -w1 | while read -r letter || [ -n "$letter" ]; do
        before=${letters%%"$letter"*}
        value=${#before}
        for weight in 16 8 4 2 1; do printf %s $((value / weight % 2)); done
    done)
    rest=0 check=0 place=0 nibble=0 code=
    for bit in $(printf %s "$bits" | fold -w1); do
        if [ $place -lt 128 ]; then
            rest=$(((rest * 2 + bit) % 4093))
            nibble=$((nibble * 2 + bit))
            [ $((place % 4)) -ne 3 ] || { code=$code$(printf %x $nibble); nibble=0; }
        else
            check=$((check * 2 + bit))
        fi
        place=$((place + 1))
    done
    if [ $rest -eq $check ]; then kind=recovery secret=$code; fi
fi

# --- from the lock to the keys
par() { one "SELECT json_extract(params, '\$.$1') FROM slot WHERE kind = '$kind' LIMIT 1"; }
id=$(par vault)
[ -n "$id" ] || fail "no lock of the kind $kind"
[ "$(par m)" -le 1048576 ] && [ $(($(par m) * $(par t))) -le 1048576 ] && [ "$(par p)" -le 16 ] ||
    fail "the lock asks for too much"
wrapped=$(one "SELECT lower(hex(wrapped)) FROM slot WHERE kind = '$kind' LIMIT 1")
total=$({ printf %s "$id" | xxd -r -p
    one "SELECT kind || params FROM slot WHERE kind = '$kind' LIMIT 1" | tr -d '\n'
    printf %s "$wrapped" | xxd -r -p; } | openssl dgst -sha256 -binary | hex | cut -c1-16)
[ "$total" = "$(one "SELECT lower(hex(sum)) FROM slot WHERE kind = '$kind' LIMIT 1")" ] ||
    echo "the lock is damaged" >&2
stretched=$(printf %s "$secret" | argon2 "$(par salt)" -id -v 13 -k "$(par m)" -t "$(par t)" \
    -p "$(par p)" -l 32 -r)
both=$(hkdf 64 "$stretched" "slot $kind")
[ "$(printf %s "$both" | cut -c65-)" = "$(printf %s "$wrapped" | cut -c1-64)" ] ||
    fail "that does not open it"
master=$(open_ "$(printf %s "$both" | cut -c1-64)" "$(printf %s "$wrapped" | cut -c65-)" | hex)

# --- the head's count, and every record as a row of a database in memory that sorts them out
rec=$(hkdf 32 "$master" rec)
draft=$(hkdf 32 "$master" draft)
names=$(hkdf 32 "$master" rid)
head=$(open_ "$(hkdf 32 "$master" head)" "$(one 'SELECT hex(ct) FROM head')" | hex)
one "SELECT json_extract(CAST(x'$head' AS TEXT), '\$.n')
     = (SELECT count(*) FROM rec) + (SELECT count(*) FROM draft)" 2>/dev/null | grep -qx 1 ||
    echo "other rows are here than the head tells of" >&2
{
    echo 'PRAGMA temp_store = MEMORY; CREATE TABLE r (rid, entity, j); CREATE TABLE d (j); BEGIN;'
    one 'SELECT lower(hex(rid)), hex(ct) FROM rec ORDER BY seq' | tr '|' ' ' |
        while read -r rid ct; do
            entity=$(printf %s "$rid" | xxd -r -p |
                openssl enc -d -aes-256-ecb -nopad -K "$names" | hex | cut -c1-16)
            text=$(open_ "$rec" "$ct" | hex)
            echo "INSERT INTO r VALUES ('$rid', '$entity', CAST(x'$text' AS TEXT));"
        done
    one 'SELECT hex(ct) FROM draft ORDER BY rowid' | while read -r ct; do
        echo "INSERT INTO d VALUES (CAST(x'$(open_ "$draft" "$ct" | hex)' AS TEXT));"
    done
    cat <<'SQL'
COMMIT;
CREATE TABLE past AS SELECT value AS rid FROM r, json_each(j, '$.parents') WHERE json_valid(j);
CREATE TABLE hidden AS SELECT entity FROM r WHERE json_valid(j) AND j ->> '$.kind' = 'gone'
    UNION SELECT entity FROM r WHERE NOT json_valid(j) AND rid NOT IN (SELECT rid FROM past);
SELECT j -> '$.value' FROM r WHERE json_valid(j) AND rid NOT IN (SELECT rid FROM past)
    AND entity NOT IN (SELECT entity FROM hidden);
SELECT rtrim(j) FROM d WHERE json_valid(j);
SQL
} | sqlite3 -batch :memory:
