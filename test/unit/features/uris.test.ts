import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileOfUri, uriOfFile } from '../../../server/src/features/uris.ts';

/** A URI below a root is this file; with `canonical`, the server would name it so. */
function check(root: string, uri: string, file: string | undefined, canonical = uri): void {
  test(`${uri} in ${root}`, () => {
    assert.equal(fileOfUri(root, uri), file);
    if (file) assert.equal(uriOfFile(root, file), canonical);
  });
}

check('file:///wiki', 'file:///wiki/home.md', 'home.md');
check('file:///wiki/', 'file:///wiki/home.md', 'home.md');
check('file:///wiki', 'file:///wiki', '');
check('file:///wiki/', 'file:///wiki', '');
check('file:///wiki', 'file:///wiki/', '');
check('file:///', 'file:///home.md', 'home.md');
check('file:///wiki', 'file:///wiki2/home.md', undefined);
check('file:///wiki', 'file:///other/home.md', undefined);
check('file:///wiki', 'untitled:Untitled-1', undefined);
check('file:///wiki', 'git:/wiki/home.md', undefined);
check('file:///wiki', 'file:///wiki/a%20b.md', 'a b.md');
check('file:///wiki', 'file:///wiki/c%23.md', 'c#.md');
check('file:///wiki', 'file:///wiki/100%25.md', '100%.md');
check('file:///wiki', 'file:///wiki/what%3F.md', 'what?.md');
check('file:///wiki', 'file:///wiki/%C3%A9t%C3%A9.md', 'été.md');
check('file:///wiki', 'file:///wiki/été.md', 'été.md', 'file:///wiki/%C3%A9t%C3%A9.md');
check('file:///wiki', 'file:///wiki/it%27s%20%26%20%28x%29.md', "it's & (x).md");
check('file:///wiki', "file:///wiki/it's.md", "it's.md", 'file:///wiki/it%27s.md');
check('file:///wiki', 'file:///wiki/a%5Cb.md', 'a\\b.md');
check('file:///wiki', 'file:///wiki/%F0%9F%90%A1.md', '🐡.md');
check('file:///wiki', 'file:///wiki/folder/', 'folder', 'file:///wiki/folder');
check('file:///c%3A/wiki', 'file:///c%3A/wiki/home.md', 'home.md');
check('file:///c:/wiki', 'file:///C%3A/wiki/home.md', 'home.md', 'file:///c%3A/wiki/home.md');
check('file:///C:/Wiki', 'file:///c:/Wiki/a/b.md', 'a/b.md', 'file:///c%3A/Wiki/a/b.md');
check('file:///c:/wiki', 'file:///c:/wiki%5Ca%5Cb.md', 'a/b.md', 'file:///c%3A/wiki/a/b.md');
check('file:///c:/wiki', 'file:///d:/wiki/a.md', undefined);
check('file://server/share/wiki', 'file://SERVER/share/wiki/a.md', 'a.md', 'file://server/share/wiki/a.md');
check('vscode-remote://ssh-remote%2Bhost/wiki', 'vscode-remote://ssh-remote%2Bhost/wiki/a.md', 'a.md');
