/** Gives the boxes of task lists the words of their tasks as their names, for who cannot see which words stand beside them. */
export function labelTasks(page: ParentNode): void {
  for (const box of page.querySelectorAll('.task-list-item-checkbox')) {
    const own = [...(box.closest('li')?.childNodes ?? [])].filter((node) => !/^[UO]L$/.test(node.nodeName));
    const words = own
      .map((node) => node.textContent)
      .join('')
      .trim();
    if (words !== '') box.setAttribute('aria-label', words);
  }
}
