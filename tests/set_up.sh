#!/bin/sh
# What the tests need beside Python packages: Chromium to look at pages, poppler to look at PDFs, a Chinese font for both.
# Installed where that is possible (Debian, root); otherwise one line says what is missing.
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
[ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ] || missing="$missing fonts-noto-cjk"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null && exit 0
fi
echo "Missing for the tests:$missing. Install them (on Debian: apt-get install$missing); tests that need them will fail."
