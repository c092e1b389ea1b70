import { useParams } from "react-router-dom"
import { useCannedAnswers } from "../../api/canned-answers"
import { useTaskTypes } from "../../api/queries"
import { useText } from "../../i18n/use-text"
import { PageError } from "../page-error"
import { PageSkeleton } from "../page-skeleton"
import { CannedAnswerForm } from "./canned-answer-form"
import { NEW } from "./new"

/** The canned answer in the address, or a new one. */
export const CannedAnswerPage = () => {
  const t = useText()
  const { id = NEW } = useParams()
  const { data: answers, error, refetch } = useCannedAnswers()
  // The form starts with the name that they bring.
  const kinds = useTaskTypes()
  const answer = answers?.find((one) => one.id === id)

  if (id === NEW || (answer && !kinds.isPending)) {
    return <CannedAnswerForm key={id} answer={answer ?? null} />
  }
  if (error || (answers && !answer)) {
    return (
      <PageError
        title={t("settings.cannedAnswers.pageError")}
        reason={error ?? t("settings.cannedAnswers.gone")}
        onRetry={() => void refetch()}
      />
    )
  }
  return <PageSkeleton />
}
