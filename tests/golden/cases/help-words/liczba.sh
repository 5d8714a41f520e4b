# Codes are many and grow: a few of them stand for all.
euproj list catalogue | grep -x EECO01
euproj list findings | grep -x agreed-differs
