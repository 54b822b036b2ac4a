-- Every table, view and macro with its documentation: what can be asked.
select 'view' as kind, v.view_name as name, v.comment as documentation
from duckdb_views() as v
where not v.internal and not v.temporary
union all
select 'macro', f.function_name, f.comment
from duckdb_functions() as f
where not f.internal
order by kind desc, name
