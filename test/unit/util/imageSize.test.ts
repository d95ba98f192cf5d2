import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pixelSizeOf } from '../../../server/src/util/imageSize.ts';

const bytes = (...parts: (number | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])));

describe('the size of an image', () => {
  const check = (name: string, image: Uint8Array, expected: string | undefined) =>
    test(name, () => {
      const size = pixelSizeOf(image);
      assert.equal(size && `${size.width}x${size.height}`, expected);
    });
  check('PNG', bytes(137, 'PNG\r\n\x1a\n', 0, 0, 0, 13, 'IHDR', 0, 0, 2, 128, 0, 0, 1, 224), '640x480');
  check('GIF', bytes('GIF89a', 128, 2, 224, 1), '640x480');
  check('JPEG', bytes(255, 216, 255, 224, 0, 4, 0, 0, 255, 192, 0, 11, 8, 1, 224, 2, 128, 1, 1, 17, 0, 0), '640x480');
  check(
    'WebP',
    bytes('RIFF', 30, 0, 0, 0, 'WEBPVP8X', 10, 0, 0, 0, 0, 0, 0, 0, 127, 2, 0, 223, 1, 0, 0, 0, 0, 0),
    '640x480',
  );
  check('SVG by its size', bytes('<?xml version="1.0"?>\n<svg width="640px" height="480"></svg>'), '640x480');
  check('SVG by its view box', bytes('<svg viewBox="0 0 640 480"/>'), '640x480');
  check('no image', bytes('just text'), undefined);
  check('nothing', bytes(), undefined);
  check('an image that ends too early', bytes(137, 'PNG\r\n\x1a\n'), undefined);
});

test('an image that never says its size is not searched to its end', () => {
  const image = new Uint8Array(50_000_000);
  image.set(bytes(255, 216, 255, 224, 0, 4));
  let looked = 0;
  const watched = new Proxy(image, {
    get(target, key) {
      if (key === 'subarray')
        return (start: number, end: number) => {
          looked = end - start;
          return target.subarray(start, end);
        };
      return Reflect.get(target, key, target);
    },
  });
  assert.equal(pixelSizeOf(watched), undefined);
  assert.ok(looked > 0 && looked < 1_000_000, `${looked} bytes`);
});
