export { firstIssue, type Issue } from "./first-issue"
export {
  isRefusal,
  isRefusalCode,
  Refusal,
  type RefusalCode,
  type RefusalPath,
  type RefusalValue,
  type RefusalValues,
  type ValuesOf,
} from "./refusal"
export { broken, refusalOf, rule } from "./rule"
export { REFUSALS } from "./texts"
