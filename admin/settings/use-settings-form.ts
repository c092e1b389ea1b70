import { zodResolver } from "@hookform/resolvers/zod"
import type { RefObject } from "react"
import {
  useForm,
  type DefaultValues,
  type FieldValues,
  type SubmitHandler,
  type UseFormReturn,
} from "react-hook-form"
import type { z } from "zod"
import { useShowWrong } from "./use-show-wrong"

/**
 * A form of the settings. Where it is not saved, the first thing that is wrong
 * is brought into view.
 *
 * @param schema - what keeps it from being saved, as far as the page can tell
 * @param page - what holds all that may be wrong
 */
export const useSettingsForm = <TValues extends FieldValues>(
  schema: z.ZodType<TValues, TValues>,
  defaultValues: DefaultValues<TValues>,
  page: RefObject<HTMLElement>
): UseFormReturn<TValues> & {
  /** Where the server refuses, `save` says so by `setError`. */
  submit: (save: SubmitHandler<TValues>) => Promise<void>
} => {
  const form = useForm<TValues>({
    defaultValues,
    resolver: zodResolver(schema),
    // Focus by itself would scroll the dashboard's outer frame too.
    shouldFocusError: false,
  })
  const showWrong = useShowWrong(page)
  return {
    ...form,
    submit: async (save) => {
      await form.handleSubmit(save)()
      showWrong()
    },
  }
}
