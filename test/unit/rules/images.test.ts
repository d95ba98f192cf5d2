import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/problems.ts';

const tank = '--- /assets/tank.png\nx\n';

test('images that are there, in every form, and those of other sites, are silent', () => {
  check(
    `--- /care/home.md
![a](/assets/tank.png) ![b](../assets/tank.png =20x20) <img src="/assets/tank.png?v=2"> ![c][r] ![d](https://example.org/x.png)
![e](data:image/png;base64,AAAA) ![f](/_assets/x.svg) <img alt="x"> ![g]() ![h](//example.org/x.png) ![i](/u/3.png)

[r]: /assets/tank.png
${tank}`,
    [],
  );
});

test('a missing image is reported at its source', () => {
  check(`--- /home.md\n![a](/assets/Tank.png "t") <img src='x.png'>\n${tank}`, [
    "home.md:1 image/missing '/assets/Tank.png'",
    "home.md:1 image/missing 'x.png'",
  ]);
});

test('the nearest image is offered', () => {
  checkFix(`--- /home.md\n![a](/assets/Tank.png =20x20)\n${tank}`, 'image/missing', undefined, {
    'home.md': '![a](/assets/tank.png =20x20)\n',
  });
  checkFix(`--- /home.md\n<img src="old/tank.png">\n${tank}`, 'image/missing', undefined, {
    'home.md': '<img src="/assets/tank.png">\n',
  });
});

test('a folder that is taken for a locale is out of reach, and is not offered', () => {
  const wiki = '--- /home.md\n![a](/zh/x.png)\n--- /zh/x.png\nx';
  check(wiki, ["home.md:1 image/missing '/zh/x.png'"]);
  assert.deepEqual(fixTitles(wiki, 'image/missing'), []);
});
