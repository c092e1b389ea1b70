import { type Filter, type Template, toValueSync, Value } from "liquidjs"
import { placeAt, type ScriptFault } from "./script-fault"

/** Filters that go by a part of each thing in a list when they are given one. */
const BY_PART = ["sort", "sort_natural", "sum"]

/** The filters that go by a part: what is in a list is text, without parts. */
export function filtersByPart(templates: readonly Template[]): ScriptFault[] {
  return filtersIn(templates).flatMap(({ name, args }): ScriptFault[] => {
    const [part] = args.map((arg) => (Array.isArray(arg) ? arg[1] : arg))
    if (!part || !BY_PART.includes(name)) {
      return []
    }
    const { input, begin, end } = part
    const start = input.lastIndexOf(name, begin)
    const written = input.slice(start, end)
    return [
      {
        ...placeAt(input, start),
        kind: "unknown_filter",
        message: `${written} is not a filter here: it goes through texts, without parts`,
        name: written,
      },
    ]
  })
}

function filtersIn(templates: readonly Template[]): Filter[] {
  return templates.flatMap((template) => [
    ...[...(template.arguments?.() ?? [])].flatMap((argument) =>
      argument instanceof Value ? argument.filters : []
    ),
    ...filtersIn(childrenOf(template)),
  ])
}

function childrenOf(template: Template): Template[] {
  return template.children ? toValueSync(template.children(false, true)) : []
}
