# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots-page.py FOLDER: index.html, each window with its languages side by side, in the form that is chosen."""
import html
import os
import sys

STYLE = """body { font-family: sans-serif; margin: 1em; background: #ddd }
figure { display: inline-block; margin: 4px; vertical-align: top }
img { max-width: 30vw; max-height: 60vh; display: block }
nav { position: sticky; top: 0; background: #fff; padding: .5em; box-shadow: 0 1px 4px #888 }"""


def subfolders(folder):
    return sorted(name for name in os.listdir(folder) if os.path.isdir(os.path.join(folder, name)))


def write_page(root, scheme, form, languages):
    """One page for a colour scheme and a form."""
    names = sorted({name for language in languages
                    for name in os.listdir(os.path.join(root, language, scheme, form)) if name.endswith('.png')})
    page = [f'<h1>{scheme}, {form}</h1>']
    for name in names:
        page.append(f'<h2>{html.escape(name[:-4])}</h2>')
        for language in languages:
            path = f'{language}/{scheme}/{form}/{name}'
            page.append(f'<figure><a href="{path}"><img loading="lazy" src="{path}" alt="{language}"></a>'
                        f'<figcaption>{language}</figcaption></figure>')
    return '\n'.join(page)


def main():
    root = sys.argv[1]
    languages = subfolders(root)
    schemes = subfolders(os.path.join(root, languages[0]))
    forms = subfolders(os.path.join(root, languages[0], schemes[0]))
    pages = {(scheme, form): f'{scheme}-{form}.html' for scheme in schemes for form in forms}
    links = '<nav>' + ' '.join(f'<a href="{page}">{scheme}, {form}</a>' for (scheme, form), page in pages.items()) + '</nav>'
    for (scheme, form), page in pages.items():
        with open(os.path.join(root, page), 'w', encoding='utf-8') as file:
            body = write_page(root, scheme, form, languages)
            file.write(f'<!DOCTYPE html><meta charset="utf-8"><title>{scheme}, {form}</title><style>{STYLE}</style>{links}{body}')
    with open(os.path.join(root, 'index.html'), 'w', encoding='utf-8') as file:
        file.write(f'<!DOCTYPE html><meta charset="utf-8"><title>Every window</title><style>{STYLE}</style>{links}')


main()
