import { imageSize } from 'image-size';

/** How large an image is, in pixels as its file says it. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Images say their size near their beginning; of one that says nothing, all would be searched. In bytes. */
const longestHeader = 256 * 1024;

/** The size of an image by its bytes; undefined if they are no image of a known kind. Never throws. */
export function pixelSizeOf(bytes: Uint8Array): PixelSize | undefined {
  try {
    const { width, height } = imageSize(bytes.subarray(0, longestHeader));
    return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : undefined;
  } catch {
    return undefined;
  }
}
