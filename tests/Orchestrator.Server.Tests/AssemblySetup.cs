// Runs with kills (tests/long.sh kill) mostly wait for terms to pass; four of them side by side load two cores for a fraction. Nothing else here is parallel.
[assembly: LevelOfParallelism(4)]
