-- Last of all: nobody may do more than he should, with whatever the files before and the migrations have brought.
SELECT sec.lock_down();
