import {
  Refusal,
  type RefusalCode,
  type RefusalPath,
  type ValuesOf,
} from "../../../../refusals"
import { fieldName } from "../../../../business-time"

/** Where a playbook's definition stands in a request. */
export const DEFINITION = "definition"

/** The refusal of a playbook, whose message leaves out where it stands. */
export function playbookRefusal<TCode extends RefusalCode>(
  code: TCode,
  values: ValuesOf<TCode>,
  path: RefusalPath
): Refusal<TCode> {
  return new Refusal(code, values, [DEFINITION, ...path], fieldName(path))
}
