// The bill of materials names what is in the app and nothing that only builds or tests it.
import { expect, test } from 'vitest';
import { billOf } from '../../../electron/tools/pack/sbom.mjs';

const whole = {
  bomFormat: 'CycloneDX',
  metadata: { component: { 'bom-ref': 'tokentray@0.1.0', type: 'library', name: 'a-folder' } },
  components: [
    { 'bom-ref': 'zod@4', name: 'zod', version: '4.0.0', scope: 'optional', properties: [{ name: 'dev' }] },
    { 'bom-ref': 'conf@1', name: 'conf', version: '1.0.0', licenses: [{ license: { id: 'MIT' } }] },
    { 'bom-ref': 'zod@3', name: 'zod', version: '3.0.0', scope: 'required' },
    { 'bom-ref': 'eslint@1', name: 'eslint', version: '1.0.0', scope: 'required' }
  ],
  dependencies: [
    { ref: 'tokentray@0.1.0', dependsOn: ['zod@4', 'eslint@1'] },
    { ref: 'conf@1', dependsOn: ['zod@4', 'zod@3'] },
    { ref: 'eslint@1', dependsOn: ['zod@3'] }
  ]
};

test('only the packages of the app stay, with their version, their licences and their dependencies', () => {
  const packages = [
    { name: 'zod', version: '4.0.0', licence: 'MIT OR Apache-2.0' },
    { name: 'conf', version: '1.0.0', licence: 'MIT' }
  ];
  const kept = { scope: 'required', properties: [] };
  expect(billOf(whole, packages, 'tokentray')).toEqual({
    bomFormat: 'CycloneDX',
    metadata: { component: { 'bom-ref': 'tokentray@0.1.0', type: 'application', name: 'tokentray' } },
    components: [
      {
        ...kept,
        'bom-ref': 'zod@4',
        name: 'zod',
        version: '4.0.0',
        licenses: [{ expression: 'MIT OR Apache-2.0' }]
      },
      { ...kept, 'bom-ref': 'conf@1', name: 'conf', version: '1.0.0', licenses: [{ license: { id: 'MIT' } }] }
    ],
    dependencies: [
      { ref: 'tokentray@0.1.0', dependsOn: ['zod@4'] },
      { ref: 'conf@1', dependsOn: ['zod@4'] }
    ]
  });
});
