suite('planted', () => {
  test('passes', () => undefined);
  test('takes the extension host down', () => process.kill(process.pid, 'SIGKILL'));
});
