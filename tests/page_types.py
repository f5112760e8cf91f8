"""One page of every type: what the pictures show and what the accessibility test looks at."""

PAGE_TYPES = {
    "home": "",
    "plan-adopted": "shuangcheng/",
    "plan-draft": "shuangliao/",
    "chapter-adopted": "shuangcheng/02/",
    "chapter-draft": "shuangliao/03/",
    "indicators-adopted": "shuangcheng/01/#s06-b1",
    "indicators-draft": "shuangliao/02/#s05-b1",
    "figures-adopted": "shuangcheng/indicators/",
    "figures-draft": "shuangliao/indicators/",
    "targets": "shuangcheng/targets/",
    "projects": "shuangliao/projects/",
    "search": "search/?q=养老",
    "compare": "compare/",
    "compare-sections": "compare/#section=shuangcheng/03/04",
    "compare-topics": "compare/topics/",
    "compare-figures": "indicators/",
    "record": "shuangliao/record/",
    "corrections": "corrections/",
    "glossary": "glossary/",
    "places": "shuangliao/places/",
    "changes": "changes/",
    "downloads": "downloads/",
    "offline": "offline/",
    "about": "about/",
    "cite": "cite/",
    "missing": "404.html",
}
SCHEMES = ("light", "dark")
SCREENS = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
