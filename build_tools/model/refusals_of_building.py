"""Refusals of built pages, of the typesetter and of the system: for each code the sentence and the advice, in English
and Chinese, as in problems.py."""

from __future__ import annotations

import errno

from .tongues import Bilingual

TAKE_OUT = (
    "Take it out there: only the site's own scripts may run, and links lead by http, https or mailto.",
    "请在该处删去：只有本站自己的脚本可以运行，链接只用 http、https 或 mailto。",
)
BUILDING: dict[str, tuple[str, str, str, str]] = {
    "page-script": (
        "a script that is not the site's: “{0}”. It comes from {1}.",
        "有不属于本站的脚本“{0}”，来自 {1}。",
        *TAKE_OUT,
    ),
    "page-frame": ("a frame: “{0}”. It comes from {1}.", "有内嵌框架“{0}”，来自 {1}。", *TAKE_OUT),
    "page-leads-away": (
        "a page that leads away by itself: “{0}”. It comes from {1}.",
        "页面会自行跳转：“{0}”，来自 {1}。",
        *TAKE_OUT,
    ),
    "page-event": (
        "an attribute that runs a script: “{0}”. It comes from {1}.",
        "有会运行脚本的属性“{0}”，来自 {1}。",
        *TAKE_OUT,
    ),
    "page-address": (
        "an address that is no link: “{0}”. It comes from {1}.",
        "有不能作为链接的地址“{0}”，来自 {1}。",
        *TAKE_OUT,
    ),
    "page-fetches": (
        "something to be fetched from elsewhere: “{0}”. It comes from {1}.",
        "有要从别处取来的内容“{0}”，来自 {1}。",
        *TAKE_OUT,
    ),
    "site-failed": (
        "the site cannot be built: {0}.",
        "无法生成网站：{0}。",
        "Mend the page or the link that it names.",
        "请改正其中所说的页面或链接。",
    ),
    "pdf-failed": (
        "“{0}” cannot be printed: {1}.",
        "“{0}”无法排印：{1}。",
        "Mend the template or the text.",
        "请改正模板或文字。",
    ),
    "pdf-stopped": (
        "“{0}” cannot be printed: the typesetter was stopped, perhaps for want of memory.",
        "“{0}”无法排印：排版程序被终止，可能是内存不足。",
        "Print the plans one by one (--plan).",
        "请逐个排印（--plan）。",
    ),
}
SYSTEM = {
    errno.EACCES: Bilingual("permission denied", "没有权限"),
    errno.EPERM: Bilingual("operation not permitted", "不允许此操作"),
    errno.EROFS: Bilingual("the disk or folder is read-only", "磁盘或文件夹是只读的"),
    errno.ENOSPC: Bilingual("no space left on the disk", "磁盘已满"),
    errno.ENOENT: Bilingual("there is no such file or folder", "没有这个文件或文件夹"),
    errno.ENOTDIR: Bilingual("a part of this path is a file, not a folder", "路径中有一段是文件，不是文件夹"),
    errno.EISDIR: Bilingual("this is a folder, not a file", "这是文件夹，不是文件"),
    errno.EEXIST: Bilingual("it is there already", "已经存在"),
    errno.ENAMETOOLONG: Bilingual("the name is too long", "名称过长"),
    errno.EMFILE: Bilingual("too many files are open", "打开的文件过多"),
    errno.EIO: Bilingual("the disk cannot be read or written", "磁盘读写出错"),
    errno.ENOMEM: Bilingual("there is not enough memory", "内存不足"),
}


def system_error(error: OSError) -> Bilingual:
    """What the system says, in both languages where it is one of the usual things."""
    said = str(error.strerror or error)
    return SYSTEM.get(error.errno or 0, Bilingual(said, said))
