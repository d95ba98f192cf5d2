import { pixelSizeOf } from '../util/imageSize.ts';
import { isImageFile } from './completion/assets.ts';
import type { PageContext } from './context.ts';
import { imageText, plain } from './markdownText.ts';

/** A file that is no page: an image is shown, with its size in pixels and bytes. In paragraphs of Markdown. */
export async function describeAsset({ documents, files }: PageContext, file: string): Promise<string[]> {
  const uri = documents.uriOf(file);
  const bytes = await files.bytesOf(file);
  const size = bytes && isImageFile(file) ? pixelSizeOf(bytes) : undefined;
  const facts = [
    size === undefined ? '' : `${size.width} × ${size.height} pixels`,
    bytes === undefined ? '' : bytesInWords(bytes.length),
  ].filter((fact) => fact !== '');
  return [...(isImageFile(file) ? [imageText(uri)] : []), [`[${plain(file)}](${uri})`, ...facts].join(' · ')];
}

function bytesInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const kilobytes = bytes / 1000;
  if (kilobytes < 1000) return `${kilobytes < 10 ? kilobytes.toFixed(1) : Math.round(kilobytes)} kB`;
  return `${(kilobytes / 1000).toFixed(1)} MB`;
}
