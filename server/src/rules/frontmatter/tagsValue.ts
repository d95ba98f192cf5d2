import { quotedScalar } from '../../edits/yamlScalar.ts';
import { parseFrontmatter } from '../../wiki/frontmatter.ts';

/** Tags as the YAML of one text, quoted only where YAML would read something else. */
export function tagsValue(tags: readonly string[]): string {
  const plain = tags
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
    .join(', ');
  return parseFrontmatter(`---\ntags: ${plain}\n---\n`, 'markdown').metadata.tags === plain
    ? plain
    : quotedScalar(plain);
}
