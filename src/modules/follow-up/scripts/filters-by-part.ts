import { type Filter, type Template, toValueSync, Value } from "liquidjs"
import { placeAt, type ScriptFault } from "./script-fault"

/** Filters that take an optional property of list items. */
const BY_PART = ["sort", "sort_natural", "sum"]

/**
 * The faults of filters with that property: list items are texts, which have
 * none.
 */
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

/** The templates within a tag. */
export function childrenOf(template: Template): Template[] {
  return template.children ? toValueSync(template.children(false, true)) : []
}
