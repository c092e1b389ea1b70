import { useCannedAnswers } from "../../api/canned-answers"
import { useText } from "../../i18n/use-text"

/** The canned answer's name, once it has loaded. */
export const CannedAnswerBreadcrumb = ({ id }: { id: string }) => {
  const t = useText()
  const { data } = useCannedAnswers()
  return (
    <>
      {data?.find((answer) => answer.id === id)?.name ??
        t("settings.cannedAnswers.create")}
    </>
  )
}
