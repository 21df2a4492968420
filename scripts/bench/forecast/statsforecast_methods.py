"""Forecasts of statsforecast's methods, one thread, with the CPU seconds of each.

usage: statsforecast_methods.py points.csv out.csv; points: series_id, group, period, horizon, t, value.
out: method, series_id, step, value, lower_80, upper_80, lower_95, upper_95; seconds by method as JSON on stdout.
"""

import json
import sys
import time
import warnings

import pandas as pd
from statsforecast import StatsForecast
from statsforecast.models import AutoETS, AutoTheta, SeasonalNaive

warnings.filterwarnings("ignore")
METHODS = [AutoETS, AutoTheta, SeasonalNaive]


def fit(points: pd.DataFrame, method, fallback) -> pd.DataFrame:
    period, horizon = int(points.period.iloc[0]), int(points.horizon.iloc[0])
    model = method(season_length=period)
    frame = points[["series_id", "t", "value"]].set_axis(["unique_id", "ds", "y"], axis=1)
    sf = StatsForecast([model], freq=1, n_jobs=1, fallback_model=fallback(season_length=period))
    found = sf.forecast(df=frame, h=horizon, level=[80, 95]).sort_values(["unique_id", "ds"])
    name = model.alias
    return pd.DataFrame(
        {
            "method": name,
            "series_id": found.unique_id.values,
            "step": found.groupby("unique_id").cumcount().values + 1,
            "value": found[name].values,
            **{
                f"{side}_{level}": found[f"{name}-{short}-{level}"].values
                for side, short in (("lower", "lo"), ("upper", "hi"))
                for level in (80, 95)
            },
        }
    )


def main(path: str, out: str) -> None:
    groups = [group for _, group in pd.read_csv(path).groupby("group")]
    first = groups[0][groups[0].series_id == groups[0].series_id.iloc[0]]
    results, seconds = [], {}
    for method in METHODS:
        fit(first, method, SeasonalNaive)  # what a method compiles or caches at its first call is not counted
        begun = time.process_time()
        results += [fit(group, method, SeasonalNaive) for group in groups]
        seconds[method.__name__] = time.process_time() - begun
    pd.concat(results).to_csv(out, index=False)
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(*sys.argv[1:])
