import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { classNames } from './class-names'

export type Task = {
  title: ReactNode
  titleClassName?: string | undefined
  /** Where the task is done; one that cannot start yet has none. */
  href?: string | undefined
  hint?: ReactNode
  /** Where the task stands: plain words when done, a `Tag` when there is something to do. */
  status: ReactNode
  statusClassName?: string | undefined
  className?: string | undefined
}

export type TaskListProps = Omit<ComponentPropsWithoutRef<'ul'>, 'children'> & {
  /** The stem of the ids that tie each task to its hint and status; one a page needs no other. */
  idPrefix?: string | undefined
  tasks: readonly Task[]
}

const TaskItem = ({ task, id }: { task: Task; id: string }) => {
  const hintId = task.hint ? `${id}-hint` : undefined
  const statusId = `${id}-status`
  return (
    <li className={classNames('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.className)}>
      <div className="govuk-task-list__name-and-hint">
        {task.href ? (
          <a
            className={classNames('govuk-link govuk-task-list__link', task.titleClassName)}
            href={task.href}
            aria-describedby={classNames(hintId, statusId)}
          >
            {task.title}
          </a>
        ) : (
          <div className={task.titleClassName}>{task.title}</div>
        )}
        {task.hint ? (
          <div id={hintId} className="govuk-task-list__hint">
            {task.hint}
          </div>
        ) : null}
      </div>
      <div className={classNames('govuk-task-list__status', task.statusClassName)} id={statusId}>
        {task.status}
      </div>
    </li>
  )
}

/** What there is to do, in any order, and where each part stands. */
export const TaskList = ({ idPrefix = 'task-list', tasks, className, ...rest }: TaskListProps) => (
  <ul {...rest} className={classNames('govuk-task-list', className)}>
    {tasks.map((task, index) => (
      <TaskItem key={index} task={task} id={`${idPrefix}-${index + 1}`} />
    ))}
  </ul>
)
