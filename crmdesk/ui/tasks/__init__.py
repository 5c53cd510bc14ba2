"""Work off the GUI thread: what screens ask for (`runner.Tasks`), how it is done with threads (`threads`) and without, for tests (`inline`).

Example:
    self._tasks.read(self._sites.page, query, done=self._on_page_loaded, latest="page")
    self._tasks.write(self._companies.rename, company_id, name, done=self._on_renamed, failed=self._on_refused)
    progress = self._tasks.progress(item.show_progress)
    self._tasks.write(self._imports.run, plan, progress, done=self._on_imported)
"""
