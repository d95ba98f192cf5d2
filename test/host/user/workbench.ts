import type { Frame, Locator, Page } from 'playwright-core';

/** Opens a file by quick open (Ctrl+P); `path` is relative to the folder. */
export async function openFile(page: Page, path: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+P');
  await page.locator('.quick-input-widget input').waitFor();
  await page.keyboard.type(path);
  const name = path.split('/').at(-1) ?? path;
  await focusedRow(page, name).waitFor();
  await page.keyboard.press('Enter');
  await tab(page, name).waitFor();
}

/** Runs a command of the palette by its whole label, category included. */
export async function runCommand(page: Page, label: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').waitFor();
  await page.keyboard.type(label);
  await focusedRow(page, label).waitFor();
  await page.keyboard.press('Enter');
}

/** The row of quick open that Enter would take; the list is filtered anew after each key. */
function focusedRow(page: Page, text: string): Locator {
  return page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
}

/** The tab of the editor that has the focus, where it shows the file of this name. */
export function tab(page: Page, name: string): Locator {
  return page.locator(`.tab.active[data-resource-name="${name}"]`);
}

/** The button of our preview in the editor's title; VS Code's own Markdown preview has one too. */
export function previewButton(page: Page): Locator {
  return page.locator('.editor-actions .action-label[aria-label*="Wiki Preview"]');
}

/** The first row of a list, tree or menu that has this text. */
export function row(list: Locator, text: string | RegExp): Locator {
  return list.locator('.monaco-list-row', { hasText: text }).first();
}

/** The Problems panel, opened. */
export async function openProblems(page: Page): Promise<Locator> {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await page.keyboard.press('ControlOrMeta+Shift+M');
  await panel.waitFor();
  return panel;
}

/** A sidebar view container, by the label of its icon in the activity bar, opened with the mouse. */
export async function openSidebar(page: Page, label: string): Promise<Locator> {
  const sidebar = page.locator('.part.sidebar');
  const icon = page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${label}"])`);
  if (!/\bchecked\b/.test((await icon.getAttribute('class')) ?? '')) await icon.locator('.action-label').click();
  await sidebar.waitFor();
  return sidebar;
}

/** Puts the cursor behind the first occurrence of a text in the active editor, as a user does: by searching for it. */
export async function goToText(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+F');
  const input = page.locator('.editor-widget.find-widget.visible textarea').first();
  await input.waitFor();
  await input.fill(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

/** Opens the menu of quick fixes at the cursor (Ctrl+.), and waits for one of them; the server may still be busy. */
export async function openQuickFix(page: Page, label: string | RegExp): Promise<Locator> {
  const fix = row(page.locator('.action-widget'), label);
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await page.keyboard.press('ControlOrMeta+.');
    if (await isThere(fix, 1500)) return fix;
    await page.keyboard.press('Escape');
  }
  throw new Error(`no quick fix ${label}: ${await page.locator('.action-widget').allInnerTexts()}`);
}

/** The frame of a webview in which a selector matches; webviews lie in frames inside frames. */
export async function webviewWith(page: Page, selector: string, limit = 20_000): Promise<Frame> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      if (
        (await frame
          .locator(selector)
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(
    `no webview shows ${selector} in ${page
      .frames()
      .map((frame) => frame.url())
      .join(', ')}`,
  );
}

/** The zero-based line at the top of the editor of a file, by its line numbers. */
export async function topLineOf(page: Page, file: string): Promise<number> {
  const number = await page.evaluate(`(() => {
    const editor = document.querySelector('.monaco-editor[data-uri$="${file}"]');
    const top = editor.getBoundingClientRect().top;
    const numbers = [...editor.querySelectorAll('.margin-view-overlays .line-numbers')]
      .map((element) => ({ top: element.getBoundingClientRect().bottom, number: Number(element.textContent) }))
      .filter((shown) => shown.top > top + 1)
      .sort((one, other) => one.top - other.top);
    return numbers[0].number;
  })()`);
  return Number(number) - 1;
}

async function isThere(locator: Locator, timeout: number): Promise<boolean> {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
