export { issuesOf } from "./issues"
export {
  isBusy,
  isRefusal,
  isRefusalCode,
  Refusal,
  type RefusalCode,
  type RefusalPath,
  type RefusalValue,
  type RefusalValues,
  type ToldRefusal,
  type ValuesOf,
} from "./refusal"
export { momentOf } from "./moment"
export { refuseAll } from "./refuse-all"
export { broken, refusalOf, rule } from "./rule"
export { isStorable, refuseUnstorable } from "./storable"
export { REFUSALS } from "./texts"
