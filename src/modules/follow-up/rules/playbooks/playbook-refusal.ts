import {
  Refusal,
  type RefusalCode,
  type RefusalPath,
  type ValuesOf,
} from "../../../../refusals"
import { fieldName } from "../../../../business-time"

/** The path of a playbook's definition in a request. */
export const DEFINITION = "definition"

/**
 * The refusal of a playbook; its message leaves out the path of the definition.
 */
export function playbookRefusal<TCode extends RefusalCode>(
  code: TCode,
  values: ValuesOf<TCode>,
  path: RefusalPath
): Refusal<TCode> {
  return new Refusal(code, values, [DEFINITION, ...path], fieldName(path))
}
