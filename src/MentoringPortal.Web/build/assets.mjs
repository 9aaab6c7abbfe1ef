// Makes wwwroot/lib out of the npm packages: Bootstrap's sheet as it is, a sprite of the icons that the views use
// (the package's own is 1.1 MB), and the dark rules once more for readers whose system is dark.
// Run by the NpmAssets target; a file is written only when it changes, so that an incremental build stays one.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const lib = join(web, 'wwwroot', 'lib');

const read = (...path) => readFileSync(join(web, ...path), 'utf8');

function write(name, text) {
  const file = join(lib, name);
  mkdirSync(lib, { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

/** Icons are written in views and code as `<icon name="pencil" />`, `icon="pencil"` or `Icon: "pencil"`. */
function usedIcons() {
  const names = new Set();
  for (const entry of readdirSync(join(web, 'Features'), { recursive: true })) {
    if (!/\.(cshtml|cs)$/.test(entry)) continue;
    for (const [, name] of read('Features', entry).matchAll(/\bicon(?:\s+name)?\s*[=:]\s*"([a-z0-9-]+)"/gi)) names.add(name);
  }
  return [...names].sort();
}

function sprite(names) {
  const symbols = names.map(name => {
    const file = join(web, 'node_modules', 'bootstrap-icons', 'icons', `${name}.svg`);
    if (!existsSync(file)) {
      console.error(`error : bootstrap-icons has no icon "${name}"`);
      process.exit(1);
    }
    const body = readFileSync(file, 'utf8').replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 16 16">${body}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`;
}

/** Bootstrap's dark theme hangs on an attribute; the same rules for "auto" make it follow the system without a script. */
function followSystem(css) {
  const rules = [];
  for (const [, selectors, body] of css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]*\[data-bs-theme=dark\][^{}]*)\{([^{}]*)\}/g)) {
    const dark = selectors.split(',').filter(s => s.includes('[data-bs-theme=dark]')).map(s => s.trim());
    rules.push(`${dark.join(',').replaceAll('[data-bs-theme=dark]', '[data-bs-theme=auto]')}{${body.replace(/\s*\n\s*/g, '')}}`);
  }
  return rules;
}

write('bootstrap.min.css', read('node_modules', 'bootstrap', 'dist', 'css', 'bootstrap.min.css').replace(/\n?\/\*# sourceMappingURL=.*?\*\//, ''));
write('icons.svg', sprite(usedIcons()));
write('dark-by-system.css', `@media screen and (prefers-color-scheme: dark) {\n${[
  ...followSystem(read('node_modules', 'bootstrap', 'dist', 'css', 'bootstrap.css')),
  ...followSystem(read('wwwroot', 'css', 'theme.css')),
].join('\n')}\n}\n`);
