// node unpack-chromium.ts: unpacks the browser of @sparticuz/chromium, with the libraries and fonts that it brings, into TMPDIR.
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inflate } from '@sparticuz/chromium'

const packed = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  '../bin',
)
for (const archive of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
  await inflate(path.join(packed, archive))

// The one that is packed points at /tmp/fonts. Without any font a page is blank.
await writeFile(
  path.join(tmpdir(), 'fonts', 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`,
)
