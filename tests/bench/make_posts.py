#!/usr/bin/env python3
"""Writes a Stack Exchange dump of made-up Dutch-like texts: make_posts.py QUESTIONS ANSWERS [WORDS] > Posts.xml

Word lengths and frequencies follow Zipf's law over a vocabulary of syllables, so that an index sees rare and common words.
The same numbers give the same file."""
import random
import sys

SYLLABLES = ("aan be ge ver ont schuld hulp zorg wijk jeugd huis recht werk team plan geld taal school buurt kind ouder gezin "
             "steun regel wet vraag antwoord baak loon toets bij stand mel ding raad dienst punt loket keten inkoop tarief").split()


def main(questions, answers, length):
    rng = random.Random(20261123)
    vocabulary = sorted({"".join(rng.choice(SYLLABLES) for _ in range(rng.choice((1, 2, 2, 3, 3)))) for _ in range(30000)})
    rng.shuffle(vocabulary)
    weights = [1 / (rank + 10) for rank in range(len(vocabulary))]
    words = rng.choices(vocabulary, weights, k=400_000)
    spot = 0

    def take(count):
        nonlocal spot
        spot = (spot + rng.randrange(1, 997)) % (len(words) - count)
        return " ".join(words[spot:spot + count])

    out = sys.stdout
    out.write('<?xml version="1.0" encoding="utf-8"?>\n<posts>\n')
    for number in range(1, questions + 1):
        tag = f"onderwerp-{number % 12}"
        day = 1 + number % 28
        out.write(f'  <row Id="{number}" PostTypeId="1" CreationDate="2025-{1 + number % 12:02d}-{day:02d}T{number % 24:02d}:{number % 60:02d}:00.000" '
                  f'Score="1" Body="&lt;p&gt;{take(length)}&lt;/p&gt;" OwnerUserId="4" Title="Hoe {take(8)}?" Tags="&lt;{tag}&gt;" />\n')
    for number in range(1, answers + 1):
        parent = 1 + number % questions
        day = 1 + parent % 28
        out.write(f'  <row Id="{questions + number}" PostTypeId="2" ParentId="{parent}" CreationDate="2025-{1 + parent % 12:02d}-{day:02d}T23:59:00.000" '
                  f'Score="1" Body="&lt;p&gt;{take(length)}&lt;/p&gt;" OwnerUserId="5" />\n')
    out.write("</posts>\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 90)
