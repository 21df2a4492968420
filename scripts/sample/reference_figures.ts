/**
 * Published figures of the country (VN) and the city (HP), and the ward's published population (LC),
 * for comparison lines: area|series|period|value|unit|status|note, one a line. Real, not invented.
 * `computed` figures follow from published ones; `corrected` ones mend a misprint that their own parts
 * give away. Written down as published, with what is known of each in its note.
 */
export const referenceFigures = `
VN|social_insurance_compulsory|2010|9441246|people|published|bảng quyết toán chính thức 2010-2017
VN|social_insurance_compulsory|2011|10104497|people|published
VN|social_insurance_compulsory|2012|10431617|people|published
VN|social_insurance_compulsory|2013|10889333|people|published
VN|social_insurance_compulsory|2014|11452522|people|published
VN|social_insurance_compulsory|2015|12072860|people|published
VN|social_insurance_compulsory|2016|12851833|people|published
VN|social_insurance_compulsory|2017|13591492|people|published
VN|social_insurance_voluntary|2010|81319|people|published
VN|social_insurance_voluntary|2011|96400|people|published
VN|social_insurance_voluntary|2012|133831|people|published
VN|social_insurance_voluntary|2013|168095|people|published
VN|social_insurance_voluntary|2014|193329|people|published
VN|social_insurance_voluntary|2015|217669|people|published
VN|social_insurance_voluntary|2016|203871|people|published
VN|social_insurance_voluntary|2017|227506|people|published
VN|unemployment_insurance|2010|7206163|people|published
VN|unemployment_insurance|2011|7968231|people|published
VN|unemployment_insurance|2012|8269552|people|published
VN|unemployment_insurance|2013|8691392|people|published
VN|unemployment_insurance|2014|9219753|people|published
VN|unemployment_insurance|2015|10310210|people|published
VN|unemployment_insurance|2016|11060178|people|published
VN|unemployment_insurance|2017|11774742|people|published
VN|health_insurance|2010|52407090|people|published
VN|health_insurance|2011|57081956|people|published
VN|health_insurance|2012|58977203|people|published
VN|health_insurance|2013|61764317|people|published
VN|health_insurance|2014|64645024|people|published
VN|health_insurance|2015|68466050|people|published
VN|health_insurance|2016|75832103|people|published
VN|health_insurance|2017|79982085|people|published
VN|health_insurance_coverage|2010|60|percent|published|làm tròn
VN|health_insurance_coverage|2015|76.2|percent|published
VN|health_insurance_coverage|2017|85.6|percent|published
VN|health_insurance_coverage|2018-06|86.9|percent|published|ước giữa năm
VN|health_insurance_coverage|2019|90|percent|published|làm tròn
VN|health_insurance_coverage|2020|90.85|percent|published
VN|health_insurance_coverage|2021-09|87.33|percent|published|giảm trong năm
VN|health_insurance_coverage|2021-10|84.85|percent|published|giảm trong năm
VN|health_insurance_coverage|2021-12|89.63|percent|published|sơ bộ
VN|health_insurance_coverage|2022|92.04|percent|published
VN|health_insurance_coverage|2023|93.35|percent|published
VN|health_insurance_coverage|2024|94.2|percent|published
VN|health_insurance_coverage|2025|95.16|percent|published|cơ quan khác ghi 95,15
VN|social_insurance_coverage|2016|24.1|percent|published
VN|social_insurance_coverage|2019|32.3|percent|published
VN|social_insurance_coverage|2020|32.6|percent|published
VN|social_insurance_coverage|2021-10|28.79|percent|published
VN|social_insurance_coverage|2021-12|32.49|percent|published
VN|social_insurance_coverage|2023|39.25|percent|published|khái niệm lực lượng lao động đổi giữa 2021 và 2023
VN|social_insurance_coverage|2024|42.71|percent|published
VN|social_insurance_coverage|2025|45.1|percent|published|bắt buộc 38,6 + tự nguyện 6,5
HP|health_insurance_coverage|2018-09|84.31|percent|published|địa giới thành phố cũ
HP|health_insurance_coverage|2018-11|84.78|percent|published|địa giới thành phố cũ
HP|health_insurance_coverage|2019-10|87.8|percent|published|năm suy ra
HP|health_insurance_coverage|2020-07|87.2|percent|published|địa giới thành phố cũ
HP|health_insurance|2018-09|1697905|people|published
HP|health_insurance|2018-11|1707351|people|published
HP|health_insurance|2019-10|1781089|people|published|năm suy ra
HP|health_insurance|2020-07|1779048|people|published
VN|offences_social_order|2019|49766|cases|computed|suy từ mức tăng, giảm của năm 2020
VN|offences_social_order|2020|47062|cases|published|từ 15/12/2019 đến 14/12/2020
VN|offences_social_order|2021|42853|cases|computed
VN|offences_social_order|2022|44353|cases|published|từ 15/12/2021 đến 14/12/2022
VN|offences_cleared|2020|39250|cases|published
VN|offences_cleared|2022|37679|cases|published
VN|offences_social_order|2021-09|2829|cases|published|tháng từ ngày 15 đến ngày 14
VN|offences_social_order|2022-02|2913|cases|computed
VN|offences_social_order|2022-03|2742|cases|published
VN|offences_social_order|2022-04|3334|cases|computed
VN|offences_social_order|2022-05|3558|cases|published
VN|offences_social_order|2023-04|4100|cases|computed
VN|offences_social_order|2023-05|3954|cases|published
VN|offences_social_order|2025-11|3663|cases|computed
VN|offences_social_order|2025-12|4054|cases|published
VN|offences_cleared|2021-09|2437|cases|published
VN|offences_cleared|2022-03|2313|cases|published
VN|offences_cleared|2022-05|3043|cases|published
VN|offences_cleared|2023-05|3178|cases|published
VN|offences_cleared|2025-12|3066|cases|published
VN|social_housing_units_completed|2023|13864|units|computed
VN|social_housing_units_completed|2024|20284|units|published
VN|social_housing_units_completed|2025|102633|units|published|kế hoạch 100.275
HP|social_housing_units_completed|2021-2024|5861|units|published|gộp bốn năm
HP|social_housing_units_planned|2026-2030|32845|units|published|gộp năm năm
HP|labour_force|2010|1076.2|thousand people|corrected|bản in ghi 1.067,2; cộng các phần đều ra 1.076,2
HP|labour_force|2012|1100.0|thousand people|published
HP|labour_force|2013|1132.9|thousand people|published
HP|labour_force|2014|1139.4|thousand people|published
HP|labour_force|2015|1128.1|thousand people|published
LC|population|2025-07|161051|people|published|phường mới, 5,65 km2
`;
