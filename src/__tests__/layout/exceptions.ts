/**
 * Where the code does not follow the layout yet. The lists may only shrink: a
 * test fails for a violation that is not listed, and for one that is listed
 * but no longer there.
 */

export const AGAINST_THE_LAYERS = [
  "src/modules/follow-up/rules/change-rule-book.ts imports src/modules/follow-up/options/extensions.ts",
  "src/modules/follow-up/rules/playbooks/playbook-vocabulary.ts imports src/modules/follow-up/options/custom-conditions.ts",
  "src/modules/follow-up/rules/playbooks/playbook-vocabulary.ts imports src/modules/follow-up/options/extensions.ts",
  "src/modules/follow-up/rules/settings.ts imports src/modules/follow-up/options/custom-actions.ts",
  "src/modules/follow-up/rules/settings.ts imports src/modules/follow-up/options/custom-conditions.ts",
]

/** Modules may import types from shop/, and nothing that runs. */
export const VALUES_FROM_SHOP = [
  "src/modules/follow-up/rules/playbooks/conditions.ts imports src/shop/condition-facts.ts",
]

export const READS_IN_ENTRY_POINTS = [
  "src/api/admin/follow-ups/[id]/call-sheet/earlier-orders.ts uses ContainerRegistrationKeys.QUERY",
  "src/api/admin/follow-ups/[id]/call-sheet/earlier-orders.ts uses query.graph",
  'src/api/admin/follow-ups/[id]/call-sheet/order-to-read-out.ts uses "@medusajs/medusa/core-flows"',
  "src/api/admin/follow-ups/[id]/call-sheet/order-to-read-out.ts uses Modules.ORDER",
  "src/api/admin/follow-ups/[id]/call-sheet/stock-of.ts uses ContainerRegistrationKeys.QUERY",
  "src/api/admin/follow-ups/[id]/call-sheet/stock-of.ts uses query.graph",
  "src/api/admin/follow-ups/assignees/route.ts uses Modules.USER",
  "src/api/admin/follow-ups/present-people.ts uses Modules.USER",
  "src/api/admin/follow-ups/scripts/order-to-preview.ts uses ContainerRegistrationKeys.QUERY",
  "src/api/admin/follow-ups/scripts/order-to-preview.ts uses query.graph",
  "src/api/admin/follow-ups/scripts/script-customer.ts uses ContainerRegistrationKeys.QUERY",
  "src/api/admin/follow-ups/scripts/script-customer.ts uses Modules.CUSTOMER",
  "src/api/admin/follow-ups/scripts/script-customer.ts uses query.graph",
  "src/api/admin/follow-ups/scripts/who-speaks.ts uses Modules.STORE",
]

export const NAMING_A_KIND_OF_WORK = [
  "admin/i18n/bg.json",
  "admin/i18n/en.json",
  "admin/i18n/ru.json",
  "admin/i18n/uk.json",
  "admin/settings/playbooks/playbook-form.tsx",
  "src/api/admin/follow-ups/types.ts",
  "src/modules/follow-up/canned-answers/canned-answer.ts",
  "src/modules/follow-up/canned-answers/first-answers.ts",
  "src/modules/follow-up/contact/contact-of-order.ts",
  "src/modules/follow-up/opening/asked-facts.ts",
  "src/modules/follow-up/opening/open-for-order.ts",
  "src/modules/follow-up/opening/plan-customer.ts",
  "src/modules/follow-up/opening/plan-order.ts",
  "src/modules/follow-up/options/options.ts",
  "src/modules/follow-up/reconciler/seen-records.ts",
  "src/modules/follow-up/rules/playbooks/default-playbooks.ts",
  "src/modules/follow-up/rules/playbooks/parse-playbook.ts",
  "src/modules/follow-up/rules/playbooks/playbook.ts",
  "src/modules/follow-up/rules/playbooks/task-types.ts",
  "src/modules/follow-up/scripts/plugin-scripts.ts",
  "src/modules/follow-up/task/decide/attempt.ts",
  "src/modules/follow-up/task/number-request.ts",
  "src/workflows/follow-up/open-follow-ups.ts",
]
