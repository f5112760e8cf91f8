"""Places that a draft leaves to be filled in, in the forms that might pass for markup or stray signs."""

import re

# 产量达到**亿斤: two stars for a figure, not the start of bold words
STARS = re.compile(
    r"(?<=[\u4e00-\u9fff（(约近超])\*{2,4}(?=[万亿余多个家户座条处所项人亩吨元公平立台套辆张名次年%％‰])"
)
