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
 * A settings form. If it cannot be saved, scrolls to the first error.
 *
 * @param schema - client-side validation
 * @param page - the element that contains all possible errors
 */
export const useSettingsForm = <TValues extends FieldValues>(
  schema: z.ZodType<TValues, TValues>,
  defaultValues: DefaultValues<TValues>,
  page: RefObject<HTMLElement>
): UseFormReturn<TValues> & {
  /** `save` reports the server's errors with `setError`. */
  submit: (save: SubmitHandler<TValues>) => Promise<void>
} => {
  const form = useForm<TValues>({
    defaultValues,
    resolver: zodResolver(schema),
    // The default focus would also scroll the dashboard's outer frame.
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
