"""Work in the background: its answer arrives, its fault arrives, and it can be stopped."""

import threading

from logeerhuis_app.ui.jobs import Job


def test_the_answer_arrives_even_if_nobody_keeps_the_job(qtbot):
    answers: list[int] = []

    def begin() -> None:
        job = Job(lambda job: 42)
        job.finished.connect(answers.append)
        job.start()

    begin()
    qtbot.waitUntil(lambda: answers == [42])


def test_a_fault_arrives_as_it_is(qtbot):
    def work(job: Job) -> None:
        raise ValueError("x")

    job = Job(work)
    with qtbot.waitSignal(job.failed) as signal:
        job.start()
    assert isinstance(signal.args[0], ValueError)


def test_it_tells_how_far_it_is_and_stops_between_steps(qtbot):
    go_on = threading.Event()

    def work(job: Job) -> int:
        for step in range(1000):
            if job.is_stopped():
                return step
            job.progress(step + 1, 1000)
            go_on.wait(5)
        return 1000

    job = Job(work)
    with qtbot.waitSignal(job.progressed):
        job.start()
    job.stop()
    with qtbot.waitSignal(job.finished) as signal:
        go_on.set()
    assert signal.args == [1]
