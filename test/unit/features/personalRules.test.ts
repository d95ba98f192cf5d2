import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPersonalRules, turnDown } from '../../../server/src/features/personalRules.ts';
import type { Severity } from '../../../server/src/wiki/settings.ts';

describe('a person', () => {
  const check = (name: string, personal: unknown, severity: Severity, expected: Severity | undefined) =>
    test(name, () => {
      const problem = { code: 'link/missing-page', severity, message: '', range: { start: 0, end: 0 } };
      assert.equal(turnDown([problem], readPersonalRules(personal))[0]?.severity, expected);
    });
  check('can say nothing', {}, 'error', 'error');
  check('can turn a rule down', { 'link/missing-page': 'hint' }, 'error', 'hint');
  check('can turn a rule off', { 'link/missing-page': 'off' }, 'error', undefined);
  check('can turn a group down', { link: 'information' }, 'warning', 'information');
  check('can except a rule from a group', { link: 'off', 'link/missing-page': 'warning' }, 'error', 'warning');
  check('cannot turn a rule up', { 'link/missing-page': 'error' }, 'hint', 'hint');
  check('does not mean other rules', { 'link/missing': 'off', lin: 'off', image: 'off' }, 'error', 'error');
  check('can be mistaken', { 'link/missing-page': 'loud', link: 5 }, 'error', 'error');
  check('can write nonsense', 'off', 'error', 'error');
  check('can write nothing', null, 'error', 'error');
});
