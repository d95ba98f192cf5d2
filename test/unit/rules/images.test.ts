import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/problems.ts';

const tank = '--- /assets/tank.png\nx\n';

test('images that are there, in every form, and those of other sites, are silent', () => {
  check(
    `--- /care/home.md
![a](/assets/tank.png) ![b](../assets/tank.png =20x20) <img alt="b" src="/assets/tank.png?v=2"> ![c][r] ![d](https://example.org/x.png)
![e](data:image/png;base64,AAAA) ![f](/_assets/x.svg) <img alt="x"> ![g]() ![h](//example.org/x.png) ![i](/u/3.png)

[r]: /assets/tank.png
${tank}`,
    [],
  );
});

test('a missing image is reported at its source', () => {
  check(`--- /home.md\n![a](/assets/Tank.png "t") <img alt=b src='x.png'>\n${tank}`, [
    "home.md:1 image/missing '/assets/Tank.png'",
    "home.md:1 image/missing 'x.png'",
  ]);
});

test('the nearest image is offered', () => {
  checkFix(`--- /home.md\n![a](/assets/Tank.png =20x20)\n${tank}`, 'image/missing', undefined, {
    'home.md': '![a](/assets/tank.png =20x20)\n',
  });
  checkFix(`--- /home.md\n<img alt="" src="old/tank.png">\n${tank}`, 'image/missing', undefined, {
    'home.md': '<img alt="" src="/assets/tank.png">\n',
  });
});

test('a folder that is taken for a locale is out of reach, and is not offered', () => {
  const wiki = '--- /home.md\n![a](/zh/x.png)\n--- /zh/x.png\nx';
  check(wiki, ["home.md:1 image/missing '/zh/x.png'"]);
  assert.deepEqual(fixTitles(wiki, 'image/missing'), []);
});

test('an image without a text, unless it says that it decorates', () => {
  check(
    `--- /home.md
![](/assets/tank.png) ![ ](/assets/tank.png) [![](/assets/tank.png)](/home) ![][r] <img src="/assets/tank.png">
<img alt="" src="/assets/tank.png"><img role="presentation" src="/assets/tank.png"> ![a](/assets/tank.png) :fish:

[r]: /assets/tank.png
${tank}`,
    [
      "home.md:1 image/no-alt (hint) '![](/assets/tank.png)'",
      "home.md:1 image/no-alt (hint) '![ ](/assets/tank.png)'",
      "home.md:1 image/no-alt (hint) '![](/assets/tank.png)'",
      "home.md:1 image/no-alt (hint) '![][r]'",
      'home.md:1 image/no-alt (hint) \'<img src="/assets/tank.png">\'',
    ],
  );
  checkFix(`--- /home.md\n🐡 ![](/assets/tank.png =20x20)\n${tank}`, 'image/no-alt', undefined, {
    'home.md': '🐡 ![Tank](/assets/tank.png =20x20)\n',
  });
  checkFix(`--- /home.md\n<IMG\nsrc="/assets/tank.png">\n${tank}`, 'image/no-alt', undefined, {
    'home.md': '<IMG alt="Tank"\nsrc="/assets/tank.png">\n',
  });
  assert.deepEqual(fixTitles('--- /home.md\n![](/_assets/%20.png)\n', 'image/no-alt'), []);
});

test('a large image, by the size that the settings name', () => {
  const wiki = (settings: string) =>
    `--- /.aux-wiki.yml\n${settings}\n--- /home.md\n![a](/big.png) ![b](/no.png) ![c](https://example.org/big.png)\n--- /big.png\n${'x'.repeat(1200)}\n`;
  const missing = "home.md:1 image/missing '/no.png'";
  check(wiki('images: { maxSize: 1 kB }'), ["home.md:1 image/too-large (information) '/big.png'", missing]);
  check(wiki('images: { maxSize: 1.3 kB }'), [missing]);
  check(wiki('images:'), [missing]);
});
