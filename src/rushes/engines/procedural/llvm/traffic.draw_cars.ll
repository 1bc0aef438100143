; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source f4217ee3620defca3e20f7c4b1f3828f
; entry traffic.draw_cars.0(float64:2:C, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64:3:C, float32:3:C, float32:2:C, float64:2:C, float32:1:C) -> none
define void @traffic.draw_cars.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 40
  %8 = load ptr, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load i64, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 96
  %14 = load double, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 104
  %16 = load double, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 112
  %18 = load double, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 120
  %20 = load double, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 128
  %22 = load double, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 136
  %24 = load double, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 144
  %26 = load double, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 152
  %28 = load double, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 160
  %30 = load double, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 168
  %32 = load double, ptr %31, align 8
  %33 = getelementptr i8, ptr %0, i64 176
  %34 = load double, ptr %33, align 8
  %35 = getelementptr i8, ptr %0, i64 184
  %36 = load double, ptr %35, align 8
  %37 = getelementptr i8, ptr %0, i64 192
  %38 = load double, ptr %37, align 8
  %39 = getelementptr i8, ptr %0, i64 200
  %40 = load double, ptr %39, align 8
  %41 = getelementptr i8, ptr %0, i64 208
  %42 = load double, ptr %41, align 8
  %43 = getelementptr i8, ptr %0, i64 216
  %44 = load double, ptr %43, align 8
  %45 = getelementptr i8, ptr %0, i64 232
  %46 = load double, ptr %45, align 8
  %47 = getelementptr i8, ptr %0, i64 240
  %48 = load double, ptr %47, align 8
  %49 = getelementptr i8, ptr %0, i64 248
  %50 = load double, ptr %49, align 8
  %51 = getelementptr i8, ptr %0, i64 256
  %52 = load double, ptr %51, align 8
  %53 = getelementptr i8, ptr %0, i64 280
  %54 = load double, ptr %53, align 8
  %55 = getelementptr i8, ptr %0, i64 288
  %56 = load double, ptr %55, align 8
  %57 = getelementptr i8, ptr %0, i64 296
  %58 = load double, ptr %57, align 8
  %59 = getelementptr i8, ptr %0, i64 304
  %60 = load double, ptr %59, align 8
  %61 = getelementptr i8, ptr %0, i64 312
  %62 = load double, ptr %61, align 8
  %63 = getelementptr i8, ptr %0, i64 320
  %64 = load double, ptr %63, align 8
  %65 = getelementptr i8, ptr %0, i64 328
  %66 = load double, ptr %65, align 8
  %67 = getelementptr i8, ptr %0, i64 336
  %68 = load double, ptr %67, align 8
  %69 = getelementptr i8, ptr %0, i64 344
  %70 = load double, ptr %69, align 8
  %71 = getelementptr i8, ptr %0, i64 352
  %72 = load ptr, ptr %71, align 8
  %73 = getelementptr i8, ptr %0, i64 368
  %74 = load i64, ptr %73, align 8
  %75 = getelementptr i8, ptr %0, i64 376
  %76 = load i64, ptr %75, align 8
  %77 = getelementptr i8, ptr %0, i64 408
  %78 = load ptr, ptr %77, align 8
  %79 = getelementptr i8, ptr %0, i64 416
  %80 = load i64, ptr %79, align 8
  %81 = getelementptr i8, ptr %0, i64 424
  %82 = load i64, ptr %81, align 8
  %83 = getelementptr i8, ptr %0, i64 432
  %84 = load i64, ptr %83, align 8
  %85 = getelementptr i8, ptr %0, i64 464
  %86 = load ptr, ptr %85, align 8
  %87 = getelementptr i8, ptr %0, i64 472
  %88 = load i64, ptr %87, align 8
  %89 = getelementptr i8, ptr %0, i64 480
  %90 = load i64, ptr %89, align 8
  %91 = getelementptr i8, ptr %0, i64 504
  %92 = load ptr, ptr %91, align 8
  %93 = getelementptr i8, ptr %0, i64 512
  %94 = load i64, ptr %93, align 8
  %95 = getelementptr i8, ptr %0, i64 520
  %96 = load i64, ptr %95, align 8
  %97 = getelementptr i8, ptr %0, i64 544
  %98 = load ptr, ptr %97, align 8
  %99 = getelementptr i8, ptr %0, i64 552
  %100 = load i64, ptr %99, align 8
  %101 = fcmp ogt double %56, 0.000000e+00
  br i1 %101, label %102, label %416
102:
  %103 = icmp slt i64 %4, 1
  br i1 %103, label %1735, label %104
104:
  %105 = fmul double %44, 1.100000e+01
  %106 = sitofp i64 %82 to double
  %107 = fmul double %106, 5.000000e-01
  %108 = fadd double %44, -3.000000e-01
  %109 = fcmp olt double %108, 0.000000e+00
  %110 = select i1 %109, double 0.000000e+00, double %108
  %111 = fmul double %110, 2.200000e-01
  %112 = fmul double %46, 5.000000e-01
  %113 = fsub double 1.000000e+00, %112
  %114 = fmul double %113, %111
  %115 = fcmp ogt double %114, 0.000000e+00
  %116 = select i1 %115, double %105, double 0.000000e+00
  %117 = fcmp olt double %116, 3.500000e-01
  %118 = select i1 %117, double 3.500000e-01, double %116
  %119 = fadd double %106, -1.000000e+00
  %120 = fcmp olt double %105, 1.000000e-01
  %121 = select i1 %120, double 1.000000e-01, double %105
  %122 = mul i64 %84, %82
  br label %1405
123:
  %124 = getelementptr i8, ptr %1409, i64 16
  %125 = load double, ptr %124, align 8
  %126 = getelementptr i8, ptr %1409, i64 24
  %127 = load double, ptr %126, align 8
  %128 = getelementptr i8, ptr %1409, i64 32
  %129 = load double, ptr %128, align 8
  %130 = getelementptr i8, ptr %1409, i64 40
  %131 = load double, ptr %130, align 8
  %132 = fadd double %129, 5.000000e-01
  %133 = fadd double %105, %132
  %134 = fsub double -5.000000e-01, %129
  %135 = fadd double %131, 1.200000e+00
  %136 = fsub double -1.200000e+00, %131
  br label %351
137:
  %138 = fdiv double %56, %390
  %139 = fmul double %68, %138
  %140 = fadd double %70, %139
  %141 = fptosi double %140 to i64
  %142 = tail call i64 @llvm.smax.i64(i64 %141, i64 0)
  %143 = fdiv double %56, %388
  %144 = fmul double %68, %143
  %145 = fadd double %70, %144
  %146 = fptosi double %145 to i64
  %147 = add nsw i64 %146, 1
  %148 = tail call i64 @llvm.smin.i64(i64 %80, i64 %147)
  %149 = fmul double %64, %127
  %150 = fmul double %66, %125
  %151 = fsub double %149, %150
  %152 = fmul double %60, %127
  %153 = fmul double %62, %125
  %154 = fsub double %152, %153
  %155 = fmul double %64, %125
  %156 = fmul double %66, %127
  %157 = fadd double %155, %156
  %158 = fmul double %60, %125
  %159 = fmul double %62, %127
  %160 = fadd double %158, %159
  %161 = fmul double %1411, %127
  %162 = fmul double %1415, %125
  %163 = fsub double %161, %162
  %164 = fmul double %1411, %125
  %165 = fmul double %1415, %127
  %166 = fadd double %164, %165
  %167 = fsub double -3.500000e-01, %129
  %168 = fadd double %118, %129
  %169 = sub i64 %148, %142
  %170 = icmp slt i64 %169, 1
  br i1 %170, label %1394, label %171
171:
  %172 = fneg double %135
  %173 = fadd double %131, 3.500000e-01
  %174 = fadd double %131, -2.500000e-01
  %175 = fsub double %174, %173
  %176 = fdiv double 1.000000e+00, %175
  %177 = fadd double %129, 3.500000e-01
  %178 = fadd double %129, -3.000000e-01
  %179 = fsub double %178, %177
  %180 = fdiv double 1.000000e+00, %179
  %181 = fadd double %131, 2.000000e-01
  br label %392
182:
  %183 = fdiv double %56, %400
  %184 = fmul double %151, %183
  %185 = fsub double %184, %163
  %186 = fmul double %157, %183
  %187 = fsub double %186, %166
  %188 = fmul double %154, %183
  %189 = fdiv double %188, %68
  %190 = tail call double @llvm.fabs.f64(double %189)
  %191 = fcmp ogt double %190, 1.000000e-09
  %192 = select i1 %191, double %189, double 1.000000e-09
  %193 = fsub double %172, %185
  %194 = fdiv double %193, %192
  %195 = fsub double %135, %185
  %196 = fdiv double %195, %192
  %197 = fcmp olt double %196, %194
  %198 = select i1 %197, double %196, double %194
  %199 = fcmp ogt double %196, %194
  %200 = select i1 %199, double %196, double %194
  %201 = fmul double %160, %183
  %202 = fdiv double %201, %68
  %203 = tail call double @llvm.fabs.f64(double %202)
  %204 = fcmp ogt double %203, 1.000000e-09
  %205 = select i1 %204, double %202, double 1.000000e-09
  %206 = fsub double %167, %187
  %207 = fdiv double %206, %205
  %208 = fsub double %168, %187
  %209 = fdiv double %208, %205
  %210 = fcmp olt double %209, %207
  %211 = select i1 %210, double %209, double %207
  %212 = fcmp ogt double %209, %207
  %213 = select i1 %212, double %209, double %207
  %214 = fcmp ogt double %211, %198
  %215 = select i1 %214, double %211, double %198
  %216 = fadd double %107, %215
  %217 = fadd double %216, -5.000000e-01
  %218 = fcmp olt double %213, %200
  %219 = select i1 %218, double %213, double %200
  %220 = fadd double %107, %219
  %221 = fadd double %220, -5.000000e-01
  %222 = fcmp ogt double %384, %217
  %223 = select i1 %222, double %384, double %217
  %224 = fcmp olt double %223, 0.000000e+00
  %225 = select i1 %224, double 0.000000e+00, double %223
  %226 = fptosi double %225 to i64
  %227 = fcmp olt double %386, %221
  %228 = select i1 %227, double %386, double %221
  %229 = fcmp olt double %119, %228
  %230 = select i1 %229, double %119, double %228
  %231 = fptosi double %230 to i64
  %232 = add nsw i64 %231, 1
  %233 = sub i64 %232, %226
  %234 = icmp slt i64 %233, 1
  br i1 %234, label %349, label %235
235:
  %236 = icmp slt i64 %393, 0
  %237 = select i1 %236, i64 %88, i64 0
  %238 = add i64 %237, %393
  %239 = mul i64 %238, %90
  %240 = getelementptr float, ptr %86, i64 %239
  %241 = fmul double %183, 2.000000e-02
  %242 = fadd double %241, 2.000000e-01
  %243 = select i1 %236, i64 %80, i64 0
  %244 = add i64 %243, %393
  %245 = mul i64 %122, %244
  %246 = getelementptr float, ptr %78, i64 %245
  br label %402
247:
  %248 = sitofp i64 %403 to double
  %249 = fadd double %248, 5.000000e-01
  %250 = fsub double %249, %107
  %251 = fmul double %183, %250
  %252 = fdiv double %251, %68
  %253 = fmul double %154, %252
  %254 = fadd double %185, %253
  %255 = tail call double @llvm.fabs.f64(double %254)
  %256 = fmul double %160, %252
  %257 = fadd double %187, %256
  %258 = fsub double %255, %173
  %259 = fmul double %176, %258
  %260 = fcmp olt double %259, 0.000000e+00
  %261 = select i1 %260, double 0.000000e+00, double %259
  %262 = fcmp ogt double %261, 1.000000e+00
  %263 = select i1 %262, double 1.000000e+00, double %261
  %264 = fmul double %263, %263
  %265 = fmul double %263, 2.000000e+00
  %266 = fsub double 3.000000e+00, %265
  %267 = fmul double %264, %266
  %268 = tail call double @llvm.fabs.f64(double %257)
  %269 = fsub double %268, %177
  %270 = fmul double %180, %269
  %271 = fcmp olt double %270, 0.000000e+00
  %272 = select i1 %271, double 0.000000e+00, double %270
  %273 = fcmp ogt double %272, 1.000000e+00
  %274 = select i1 %273, double 1.000000e+00, double %272
  %275 = fmul double %274, %274
  %276 = fmul double %274, 2.000000e+00
  %277 = fsub double 3.000000e+00, %276
  %278 = fmul double %275, %277
  %279 = fmul double %267, %278
  %280 = fsub double %257, %129
  %281 = fdiv double %280, %121
  %282 = fcmp ogt double %281, 0.000000e+00
  %283 = fcmp olt double %281, 1.000000e+00
  %284 = and i1 %282, %283
  %285 = select i1 %115, i1 %284, i1 false
  br i1 %285, label %286, label %320
286:
  %287 = fsub double 1.000000e+00, %281
  br label %288
288:
  %289 = phi double [ 1.000000e+00, %286 ], [ %294, %288 ]
  %290 = phi double [ %287, %286 ], [ %295, %288 ]
  %291 = phi i1 [ false, %286 ], [ true, %288 ]
  %292 = phi i1 [ true, %286 ], [ false, %288 ]
  %293 = fmul double %289, %290
  %294 = select i1 %292, double %289, double %293
  %295 = fmul double %290, %290
  br i1 %291, label %296, label %288
296:
  %297 = fmul double %281, 5.000000e+00
  %298 = fcmp ogt double %297, 1.000000e+00
  %299 = select i1 %298, double 1.000000e+00, double %297
  %300 = fmul double %299, %299
  %301 = fmul double %299, 2.000000e+00
  %302 = fsub double 3.000000e+00, %301
  %303 = fmul double %300, %302
  %304 = fmul double %114, %303
  %305 = fmul double %304, %294
  %306 = fadd double %181, %281
  %307 = fsub double %255, %306
  %308 = fsub double 2.000000e-01, %306
  %309 = fdiv double 1.000000e+00, %308
  %310 = fmul double %307, %309
  %311 = fcmp olt double %310, 0.000000e+00
  %312 = select i1 %311, double 0.000000e+00, double %310
  %313 = fcmp ogt double %312, 1.000000e+00
  %314 = select i1 %313, double 1.000000e+00, double %312
  %315 = fmul double %314, %314
  %316 = fmul double %314, 2.000000e+00
  %317 = fsub double 3.000000e+00, %316
  %318 = fmul double %315, %317
  %319 = fmul double %318, %305
  br label %320
320:
  %321 = phi double [ %319, %296 ], [ 0.000000e+00, %247 ]
  %322 = fmul double %279, 0x3FE70A3D70A3D70A
  %323 = fsub double 1.000000e+00, %322
  %324 = select i1 %407, i64 %82, i64 0
  %325 = add i64 %324, %403
  %326 = mul i64 %325, %84
  %327 = getelementptr float, ptr %246, i64 %326
  %328 = load float, ptr %327, align 4
  %329 = fpext float %328 to double
  %330 = fmul double %323, %329
  %331 = fadd double %321, %330
  %332 = fptrunc double %331 to float
  store float %332, ptr %327, align 4
  %333 = getelementptr i8, ptr %327, i64 4
  %334 = load float, ptr %333, align 4
  %335 = fpext float %334 to double
  %336 = fmul double %323, %335
  %337 = fmul double %321, 9.300000e-01
  %338 = fadd double %337, %336
  %339 = fptrunc double %338 to float
  store float %339, ptr %333, align 4
  %340 = getelementptr i8, ptr %327, i64 8
  %341 = load float, ptr %340, align 4
  %342 = fpext float %341 to double
  %343 = fmul double %323, %342
  %344 = fmul double %321, 7.800000e-01
  %345 = fadd double %344, %343
  %346 = fptrunc double %345 to float
  store float %346, ptr %340, align 4
  br label %347
347:
  %348 = icmp ugt i64 %404, 1
  br i1 %348, label %402, label %349
349:
  %350 = icmp sgt i64 %394, 1
  br i1 %350, label %392, label %1394
351:
  %352 = phi double [ 3.000000e-01, %123 ], [ %390, %351 ]
  %353 = phi double [ 1.000000e+09, %123 ], [ %388, %351 ]
  %354 = phi double [ 0.000000e+00, %123 ], [ %386, %351 ]
  %355 = phi double [ %106, %123 ], [ %384, %351 ]
  %356 = phi i64 [ 0, %123 ], [ %357, %351 ]
  %357 = add nuw nsw i64 %356, 1
  %358 = and i64 %356, 1
  %359 = icmp eq i64 %358, 0
  %360 = select i1 %359, double %134, double %133
  %361 = and i64 %356, 2
  %362 = icmp eq i64 %361, 0
  %363 = select i1 %362, double %136, double %135
  %364 = fmul double %125, %360
  %365 = fadd double %1411, %364
  %366 = fmul double %127, %363
  %367 = fadd double %366, %365
  %368 = fmul double %127, %360
  %369 = fadd double %1415, %368
  %370 = fmul double %125, %363
  %371 = fsub double %369, %370
  %372 = fmul double %64, %367
  %373 = fmul double %66, %371
  %374 = fadd double %372, %373
  %375 = fcmp olt double %374, 5.000000e-01
  %376 = select i1 %375, double 5.000000e-01, double %374
  %377 = fmul double %60, %367
  %378 = fmul double %62, %371
  %379 = fadd double %377, %378
  %380 = fdiv double %379, %376
  %381 = fmul double %68, %380
  %382 = fadd double %107, %381
  %383 = fcmp olt double %382, %355
  %384 = select i1 %383, double %382, double %355
  %385 = fcmp ogt double %382, %354
  %386 = select i1 %385, double %382, double %354
  %387 = fcmp olt double %376, %353
  %388 = select i1 %387, double %376, double %353
  %389 = fcmp ogt double %376, %352
  %390 = select i1 %389, double %376, double %352
  %391 = icmp eq i64 %357, 4
  br i1 %391, label %137, label %351
392:
  %393 = phi i64 [ %142, %171 ], [ %396, %349 ]
  %394 = phi i64 [ %169, %171 ], [ %395, %349 ]
  %395 = add nsw i64 %394, -1
  %396 = add nuw i64 %393, 1
  %397 = sitofp i64 %393 to double
  %398 = fadd double %397, 5.000000e-01
  %399 = fsub double %398, %70
  %400 = fdiv double %399, %68
  %401 = fcmp ugt double %400, 1.000000e-04
  br i1 %401, label %182, label %349
402:
  %403 = phi i64 [ %226, %235 ], [ %406, %347 ]
  %404 = phi i64 [ %233, %235 ], [ %405, %347 ]
  %405 = add nsw i64 %404, -1
  %406 = add i64 %403, 1
  %407 = icmp slt i64 %403, 0
  %408 = select i1 %407, i64 %90, i64 0
  %409 = getelementptr float, ptr %240, i64 %403
  %410 = getelementptr float, ptr %409, i64 %408
  %411 = load float, ptr %410, align 4
  %412 = fpext float %411 to double
  %413 = fsub double %412, %183
  %414 = tail call double @llvm.fabs.f64(double %413)
  %415 = fcmp ogt double %414, %242
  br i1 %415, label %347, label %247
416:
  %417 = icmp slt i64 %4, 1
  br i1 %417, label %1735, label %418
418:
  %419 = sitofp i64 %82 to double
  %420 = sitofp i64 %80 to double
  %421 = fmul double %419, 5.000000e-01
  %422 = icmp slt i64 %94, 1
  %423 = icmp slt i64 %96, 1
  %424 = getelementptr i8, ptr %92, i64 24
  %425 = getelementptr double, ptr %92, i64 %96
  %426 = getelementptr i8, ptr %425, i64 24
  %427 = shl i64 %96, 4
  %428 = getelementptr i8, ptr %92, i64 %427
  %429 = getelementptr i8, ptr %428, i64 24
  %430 = getelementptr i8, ptr %428, i64 16
  %431 = mul i64 %96, 24
  %432 = getelementptr i8, ptr %92, i64 %431
  %433 = getelementptr i8, ptr %432, i64 24
  %434 = shl i64 %96, 5
  %435 = getelementptr i8, ptr %92, i64 %434
  %436 = getelementptr i8, ptr %435, i64 24
  %437 = getelementptr i8, ptr %435, i64 8
  %438 = mul i64 %96, 40
  %439 = getelementptr i8, ptr %92, i64 %438
  %440 = getelementptr i8, ptr %439, i64 24
  %441 = getelementptr i8, ptr %439, i64 8
  %442 = shl i64 %96, 6
  %443 = getelementptr i8, ptr %92, i64 %442
  %444 = getelementptr i8, ptr %443, i64 24
  %445 = mul i64 %96, 72
  %446 = getelementptr i8, ptr %92, i64 %445
  %447 = getelementptr i8, ptr %446, i64 24
  %448 = mul i64 %96, 80
  %449 = getelementptr i8, ptr %92, i64 %448
  %450 = getelementptr i8, ptr %449, i64 8
  %451 = getelementptr i8, ptr %449, i64 24
  %452 = mul i64 %96, 88
  %453 = getelementptr i8, ptr %92, i64 %452
  %454 = getelementptr i8, ptr %453, i64 8
  %455 = getelementptr i8, ptr %453, i64 24
  %456 = mul i64 %12, %10
  %457 = mul i64 %74, 48
  %458 = mul i64 %457, %76
  %459 = fdiv double 1.000000e+00, %68
  %460 = fptrunc double %459 to float
  %461 = getelementptr i8, ptr %92, i64 8
  %462 = getelementptr i8, ptr %92, i64 16
  %463 = getelementptr i8, ptr %425, i64 8
  %464 = getelementptr i8, ptr %425, i64 16
  %465 = getelementptr i8, ptr %428, i64 8
  %466 = getelementptr i8, ptr %432, i64 8
  %467 = getelementptr i8, ptr %432, i64 16
  %468 = getelementptr i8, ptr %435, i64 16
  %469 = getelementptr i8, ptr %439, i64 16
  %470 = mul i64 %96, 48
  %471 = getelementptr i8, ptr %92, i64 %470
  %472 = getelementptr i8, ptr %471, i64 8
  %473 = getelementptr i8, ptr %471, i64 16
  %474 = getelementptr i8, ptr %471, i64 24
  %475 = mul i64 %96, 56
  %476 = getelementptr i8, ptr %92, i64 %475
  %477 = getelementptr i8, ptr %476, i64 8
  %478 = getelementptr i8, ptr %476, i64 16
  %479 = getelementptr i8, ptr %476, i64 24
  %480 = getelementptr i8, ptr %443, i64 8
  %481 = getelementptr i8, ptr %443, i64 16
  %482 = getelementptr i8, ptr %446, i64 8
  %483 = getelementptr i8, ptr %446, i64 16
  %484 = getelementptr i8, ptr %449, i64 16
  %485 = getelementptr i8, ptr %453, i64 16
  %486 = fmul double %44, 1.700000e+00
  %487 = fadd double %486, 1.000000e-01
  %488 = fmul double %44, 2.000000e-02
  %489 = fmul double %44, 3.000000e-02
  %490 = fmul double %44, 2.600000e+00
  %491 = fadd double %490, 2.500000e-01
  %492 = fmul double %44, 2.450000e+00
  %493 = fadd double %492, 2.500000e-01
  %494 = fmul double %44, 2.100000e+00
  %495 = fadd double %494, 2.400000e-01
  %496 = fmul double %16, 5.000000e-01
  %497 = fcmp ogt double %48, 0.000000e+00
  %498 = ashr i64 %74, 1
  %499 = icmp slt i64 %498, 0
  %500 = select i1 %499, i64 %74, i64 0
  %501 = add i64 %500, %498
  %502 = mul i64 %501, %76
  %503 = getelementptr i8, ptr %72, i64 %458
  %504 = getelementptr double, ptr %503, i64 %502
  %505 = getelementptr i8, ptr %504, i64 8
  %506 = getelementptr i8, ptr %504, i64 16
  %507 = fneg double %50
  %508 = sdiv i64 %74, 2
  %509 = icmp slt i64 %74, -1
  %510 = select i1 %509, i64 %74, i64 0
  %511 = add i64 %510, %508
  %512 = mul i64 %511, %76
  %513 = getelementptr double, ptr %72, i64 %512
  %514 = getelementptr i8, ptr %513, i64 16
  %515 = fmul double %36, 1.000000e-01
  %516 = getelementptr i8, ptr %513, i64 8
  %517 = fmul double %34, 1.000000e-01
  %518 = fmul double %32, 1.000000e-01
  %519 = mul i64 %84, %82
  %520 = shl i64 %96, 3
  br label %1421
521:
  %522 = fcmp olt double %1440, 1.800000e+00
  %523 = fmul double %1440, 6.200000e-01
  %524 = select i1 %522, double 9.200000e-01, double %523
  %525 = fneg double %1438
  %526 = fsub double %1440, %56
  %527 = fmul double %1436, 5.000000e-02
  %528 = fadd double %527, %524
  %529 = fsub double %528, %56
  %530 = fadd double %524, -1.200000e-01
  %531 = fsub double %530, %56
  br label %1448
532:
  %533 = fcmp ogt double %1440, 1.800000e+00
  br i1 %422, label %615, label %616
534:
  store double %1438, ptr %424, align 8
  store double %1438, ptr %426, align 8
  store double %524, ptr %429, align 8
  store double 5.000000e-02, ptr %430, align 8
  store double -2.600000e-01, ptr %433, align 8
  store double %1436, ptr %436, align 8
  store double 1.200000e-01, ptr %437, align 8
  store double %1436, ptr %440, align 8
  store double 6.000000e-02, ptr %441, align 8
  %535 = select i1 %533, double 1.000000e-01, double 3.000000e-01
  %536 = fadd double %1438, -4.000000e-02
  %537 = fmul double %535, %524
  %538 = fadd double %536, %537
  br label %665
539:
  store double %1440, ptr %444, align 8
  %540 = fsub double 1.200000e-01, %524
  store double %540, ptr %447, align 8
  %541 = select i1 %533, double 4.500000e-01, double 1.150000e+00
  store double %541, ptr %450, align 8
  %542 = fadd double %1436, -4.000000e-01
  %543 = fmul double %1436, 5.000000e-01
  %544 = select i1 %533, double %542, double %543
  %545 = fmul double %541, %524
  %546 = fadd double %544, %545
  store double %546, ptr %451, align 8
  %547 = select i1 %533, double 5.000000e-02, double 8.500000e-01
  store double %547, ptr %454, align 8
  %548 = fadd double %1436, -1.000000e-01
  %549 = fmul double %1436, 0x3FE70A3D70A3D70A
  %550 = select i1 %533, double %548, double %549
  %551 = fmul double %547, %524
  %552 = fadd double %550, %551
  store double %552, ptr %455, align 8
  %553 = load double, ptr %1425, align 8
  %554 = load double, ptr %1428, align 8
  %555 = fdiv double %553, 3.000000e+00
  %556 = fadd double %555, -5.000000e-01
  %557 = fdiv double %554, 3.000000e+00
  %558 = fadd double %557, -5.000000e-01
  %559 = tail call double @llvm.floor.f64(double %556)
  %560 = tail call double @llvm.floor.f64(double %558)
  %561 = fptosi double %559 to i64
  %562 = and i64 %561, 511
  %563 = fptosi double %560 to i64
  %564 = and i64 %563, 511
  %565 = add nsw i64 %561, 1
  %566 = and i64 %565, 511
  %567 = add nsw i64 %563, 1
  %568 = and i64 %567, 511
  %569 = mul i64 %564, %456
  %570 = mul i64 %562, %12
  %571 = getelementptr float, ptr %8, i64 %569
  %572 = getelementptr float, ptr %571, i64 %570
  %573 = load float, ptr %572, align 4
  %574 = mul i64 %566, %12
  %575 = getelementptr float, ptr %571, i64 %574
  %576 = load float, ptr %575, align 4
  %577 = mul i64 %568, %456
  %578 = getelementptr float, ptr %8, i64 %577
  %579 = getelementptr float, ptr %578, i64 %570
  %580 = load float, ptr %579, align 4
  %581 = getelementptr float, ptr %578, i64 %574
  %582 = load float, ptr %581, align 4
  %583 = getelementptr i8, ptr %572, i64 4
  %584 = load float, ptr %583, align 4
  %585 = getelementptr i8, ptr %575, i64 4
  %586 = load float, ptr %585, align 4
  %587 = getelementptr i8, ptr %579, i64 4
  %588 = load float, ptr %587, align 4
  %589 = getelementptr i8, ptr %581, i64 4
  %590 = load float, ptr %589, align 4
  %591 = getelementptr i8, ptr %572, i64 8
  %592 = load float, ptr %591, align 4
  %593 = getelementptr i8, ptr %575, i64 8
  %594 = load float, ptr %593, align 4
  %595 = getelementptr i8, ptr %579, i64 8
  %596 = load float, ptr %595, align 4
  %597 = getelementptr i8, ptr %581, i64 8
  %598 = load float, ptr %597, align 4
  %599 = getelementptr i8, ptr %572, i64 12
  %600 = load float, ptr %599, align 4
  %601 = getelementptr i8, ptr %575, i64 12
  %602 = load float, ptr %601, align 4
  %603 = getelementptr i8, ptr %579, i64 12
  %604 = load float, ptr %603, align 4
  %605 = getelementptr i8, ptr %581, i64 12
  %606 = load float, ptr %605, align 4
  %607 = getelementptr i8, ptr %572, i64 16
  %608 = load float, ptr %607, align 4
  %609 = getelementptr i8, ptr %575, i64 16
  %610 = load float, ptr %609, align 4
  %611 = getelementptr i8, ptr %579, i64 16
  %612 = load float, ptr %611, align 4
  %613 = getelementptr i8, ptr %581, i64 16
  %614 = load float, ptr %613, align 4
  br label %1520
615:
  br label %616
616:
  %617 = phi i64 [ %94, %615 ], [ 0, %532 ]
  br i1 %423, label %623, label %624
618:
  %619 = phi i64 [ 0, %627 ], [ %636, %635 ]
  br i1 %628, label %620, label %635
620:
  %621 = mul i64 %619, %520
  %622 = getelementptr i8, ptr %634, i64 %621
  tail call void @llvm.memset.p0.i64(ptr align 8 %622, i8 0, i64 %631, i1 false)
  br label %635
623:
  br label %624
624:
  %625 = phi i64 [ %96, %623 ], [ 0, %616 ]
  %626 = icmp slt i64 %617, %94
  br i1 %626, label %627, label %638
627:
  %628 = icmp slt i64 %625, %96
  %629 = mul i64 %617, %520
  %630 = shl i64 %625, 3
  %631 = sub i64 %520, %630
  %632 = sub i64 %94, %617
  %633 = getelementptr i8, ptr %92, i64 %629
  %634 = getelementptr i8, ptr %633, i64 %630
  br label %618
635:
  %636 = add nuw i64 %619, 1
  %637 = icmp eq i64 %636, %632
  br i1 %637, label %638, label %618
638:
  br label %639
639:
  %640 = phi i64 [ %641, %639 ], [ 0, %638 ]
  %641 = add nuw nsw i64 %640, 1
  %642 = mul nuw nsw i64 %640, 6
  %643 = mul i64 %642, %96
  %644 = getelementptr double, ptr %92, i64 %643
  store double 1.000000e+00, ptr %644, align 8
  %645 = or i64 %642, 1
  %646 = mul i64 %645, %96
  %647 = getelementptr double, ptr %92, i64 %646
  store double -1.000000e+00, ptr %647, align 8
  %648 = add nuw nsw i64 %642, 2
  %649 = mul i64 %648, %96
  %650 = getelementptr double, ptr %92, i64 %649
  %651 = getelementptr i8, ptr %650, i64 8
  store double 1.000000e+00, ptr %651, align 8
  %652 = add nuw nsw i64 %642, 3
  %653 = mul i64 %652, %96
  %654 = getelementptr double, ptr %92, i64 %653
  %655 = getelementptr i8, ptr %654, i64 8
  store double -1.000000e+00, ptr %655, align 8
  %656 = add nuw nsw i64 %642, 4
  %657 = mul i64 %656, %96
  %658 = getelementptr double, ptr %92, i64 %657
  %659 = getelementptr i8, ptr %658, i64 16
  store double 1.000000e+00, ptr %659, align 8
  %660 = add nuw nsw i64 %642, 5
  %661 = mul i64 %660, %96
  %662 = getelementptr double, ptr %92, i64 %661
  %663 = getelementptr i8, ptr %662, i64 16
  store double -1.000000e+00, ptr %663, align 8
  %664 = icmp eq i64 %641, 2
  br i1 %664, label %534, label %639
665:
  %666 = phi i64 [ 0, %534 ], [ %667, %665 ]
  %667 = add nuw nsw i64 %666, 1
  %668 = add nuw nsw i64 %666, 6
  %669 = mul i64 %668, %96
  %670 = getelementptr double, ptr %92, i64 %669
  %671 = getelementptr i8, ptr %670, i64 8
  store double %535, ptr %671, align 8
  %672 = getelementptr i8, ptr %670, i64 24
  store double %538, ptr %672, align 8
  %673 = icmp eq i64 %667, 2
  br i1 %673, label %539, label %665
674:
  %675 = icmp sgt i64 %677, 1
  br i1 %675, label %676, label %1403
676:
  %677 = phi i64 [ %1620, %1523 ], [ %679, %674 ]
  %678 = phi i64 [ %1513, %1523 ], [ %680, %674 ]
  %679 = add nsw i64 %677, -1
  %680 = add nuw i64 %678, 1
  br i1 %1624, label %674, label %681
681:
  %682 = sitofp i64 %678 to double
  %683 = fsub double %70, %682
  %684 = fadd double %683, -1.250000e-01
  %685 = fadd double %682, 1.000000e+00
  %686 = fcmp ogt double %685, %1494
  %687 = fcmp ogt double %1498, %682
  %688 = icmp slt i64 %678, 0
  %689 = select i1 %688, i64 %88, i64 0
  %690 = add i64 %689, %678
  %691 = mul i64 %690, %90
  %692 = getelementptr float, ptr %86, i64 %691
  %693 = select i1 %688, i64 %80, i64 0
  %694 = add i64 %693, %678
  %695 = mul i64 %519, %694
  %696 = getelementptr float, ptr %78, i64 %695
  br label %699
697:
  %698 = icmp sgt i64 %700, 1
  br i1 %698, label %699, label %674
699:
  %700 = phi i64 [ %1623, %681 ], [ %1656, %697 ]
  %701 = phi i64 [ %1507, %681 ], [ %1657, %697 ]
  %702 = sitofp i64 %701 to double
  %703 = fadd double %702, 1.250000e-01
  br label %707
704:
  %705 = add nuw nsw i64 %708, 1
  %706 = icmp eq i64 %705, 4
  br i1 %706, label %740, label %707
707:
  %708 = phi i64 [ 0, %699 ], [ %705, %704 ]
  %709 = shl nuw nsw i64 %708, 1
  %710 = or i64 %709, 1
  %711 = urem i64 %710, 5
  %712 = uitofp i64 %711 to double
  %713 = fmul double %712, 2.500000e-01
  %714 = fadd double %703, %713
  %715 = fsub double %714, %421
  %716 = fptrunc double %715 to float
  %717 = uitofp i64 %708 to double
  %718 = fmul double %717, 2.500000e-01
  %719 = fsub double %684, %718
  %720 = fptrunc double %719 to float
  %721 = fmul float %460, %720
  %722 = shl i64 %708, 6
  %723 = getelementptr i8, ptr %98, i64 %722
  %724 = getelementptr i8, ptr %723, i64 256
  %725 = getelementptr i8, ptr %723, i64 512
  br label %726
726:
  %727 = phi i64 [ 0, %707 ], [ %728, %726 ]
  %728 = add nuw nsw i64 %727, 1
  %729 = uitofp i64 %727 to float
  %730 = fadd float %716, %729
  %731 = fmul float %730, %460
  %732 = fmul float %731, %1632
  %733 = fadd float %732, %1628
  %734 = getelementptr float, ptr %723, i64 %727
  store float %733, ptr %734, align 4
  %735 = fmul float %731, %1640
  %736 = fadd float %735, %1636
  %737 = getelementptr float, ptr %724, i64 %727
  store float %736, ptr %737, align 4
  %738 = getelementptr float, ptr %725, i64 %727
  store float %721, ptr %738, align 4
  %739 = icmp eq i64 %728, 16
  br i1 %739, label %704, label %726
740:
  %741 = phi i64 [ %742, %740 ], [ 0, %704 ]
  %742 = add nuw nsw i64 %741, 1
  %743 = getelementptr float, ptr %98, i64 %741
  %744 = getelementptr i8, ptr %743, i64 768
  store float 1.000000e+09, ptr %744, align 4
  %745 = getelementptr i8, ptr %743, i64 1024
  store float -1.000000e+00, ptr %745, align 4
  %746 = icmp eq i64 %742, 64
  br i1 %746, label %1655, label %740
747:
  %748 = load double, ptr %92, align 8
  %749 = load double, ptr %461, align 8
  %750 = load double, ptr %462, align 8
  %751 = fptrunc double %748 to float
  %752 = fptrunc double %749 to float
  %753 = fptrunc double %750 to float
  %754 = load double, ptr %424, align 8
  %755 = fmul double %56, %749
  %756 = fmul double %1526, %748
  %757 = fsub double %755, %756
  %758 = fmul double %1529, %750
  %759 = fsub double %757, %758
  %760 = fsub double %754, %759
  %761 = fptrunc double %760 to float
  %762 = load double, ptr %425, align 8
  %763 = load double, ptr %463, align 8
  %764 = load double, ptr %464, align 8
  %765 = fptrunc double %762 to float
  %766 = fptrunc double %763 to float
  %767 = fptrunc double %764 to float
  %768 = load double, ptr %426, align 8
  %769 = fmul double %56, %763
  %770 = fmul double %1526, %762
  %771 = fsub double %769, %770
  %772 = fmul double %1529, %764
  %773 = fsub double %771, %772
  %774 = fsub double %768, %773
  %775 = fptrunc double %774 to float
  %776 = load double, ptr %428, align 8
  %777 = load double, ptr %465, align 8
  %778 = load double, ptr %430, align 8
  %779 = fptrunc double %776 to float
  %780 = fptrunc double %777 to float
  %781 = fptrunc double %778 to float
  %782 = load double, ptr %429, align 8
  %783 = fmul double %56, %777
  %784 = fmul double %1526, %776
  %785 = fsub double %783, %784
  %786 = fmul double %1529, %778
  %787 = fsub double %785, %786
  %788 = fsub double %782, %787
  %789 = fptrunc double %788 to float
  %790 = load double, ptr %432, align 8
  %791 = load double, ptr %466, align 8
  %792 = load double, ptr %467, align 8
  %793 = fptrunc double %790 to float
  %794 = fptrunc double %791 to float
  %795 = fptrunc double %792 to float
  %796 = load double, ptr %433, align 8
  %797 = fmul double %56, %791
  %798 = fmul double %1526, %790
  %799 = fsub double %797, %798
  %800 = fmul double %1529, %792
  %801 = fsub double %799, %800
  %802 = fsub double %796, %801
  %803 = fptrunc double %802 to float
  %804 = load double, ptr %435, align 8
  %805 = load double, ptr %437, align 8
  %806 = load double, ptr %468, align 8
  %807 = fptrunc double %804 to float
  %808 = fptrunc double %805 to float
  %809 = fptrunc double %806 to float
  %810 = load double, ptr %436, align 8
  %811 = fmul double %56, %805
  %812 = fmul double %1526, %804
  %813 = fsub double %811, %812
  %814 = fmul double %1529, %806
  %815 = fsub double %813, %814
  %816 = fsub double %810, %815
  %817 = fptrunc double %816 to float
  %818 = load double, ptr %439, align 8
  %819 = load double, ptr %441, align 8
  %820 = load double, ptr %469, align 8
  %821 = fptrunc double %818 to float
  %822 = fptrunc double %819 to float
  %823 = fptrunc double %820 to float
  %824 = load double, ptr %440, align 8
  %825 = fmul double %56, %819
  %826 = fmul double %1526, %818
  %827 = fsub double %825, %826
  %828 = fmul double %1529, %820
  %829 = fsub double %827, %828
  %830 = fsub double %824, %829
  %831 = fptrunc double %830 to float
  br label %868
832:
  %833 = select i1 %938, float 1.000000e+09, float %937
  %834 = select i1 %940, float %939, float %931
  %835 = select i1 %927, float 1.000000e+09, float %926
  %836 = select i1 %916, float 1.000000e+09, float %915
  %837 = select i1 %905, float 1.000000e+09, float %904
  %838 = select i1 %894, float 1.000000e+09, float %893
  %839 = select i1 %883, float 1.000000e+09, float %882
  %840 = fcmp olt float %839, 1.000000e+09
  %841 = select i1 %840, float %839, float 1.000000e+09
  %842 = fcmp olt float %838, %841
  %843 = select i1 %842, float %838, float %841
  %844 = fcmp olt float %837, %843
  %845 = select i1 %844, float %837, float %843
  %846 = fcmp olt float %836, %845
  %847 = select i1 %846, float %836, float %845
  %848 = fcmp olt float %835, %847
  %849 = select i1 %848, float %835, float %847
  %850 = fcmp olt float %833, %849
  %851 = select i1 %850, float %833, float %849
  %852 = fcmp olt float %834, %851
  br i1 %852, label %854, label %853
853:
  br label %854
854:
  %855 = phi float [ 1.000000e+09, %853 ], [ %834, %832 ]
  %856 = getelementptr i8, ptr %871, i64 768
  %857 = load float, ptr %856, align 4
  %858 = fcmp olt float %855, %857
  br i1 %858, label %862, label %859
859:
  %860 = getelementptr i8, ptr %871, i64 1024
  %861 = load float, ptr %860, align 4
  br label %862
862:
  %863 = phi float [ %861, %859 ], [ %941, %854 ]
  %864 = getelementptr i8, ptr %871, i64 1024
  store float %863, ptr %864, align 4
  %865 = fcmp olt float %857, %855
  %866 = select i1 %865, float %857, float %855
  store float %866, ptr %856, align 4
  %867 = icmp eq i64 %870, 64
  br i1 %867, label %943, label %868
868:
  %869 = phi i64 [ 0, %747 ], [ %870, %862 ]
  %870 = add nuw nsw i64 %869, 1
  %871 = getelementptr float, ptr %98, i64 %869
  %872 = load float, ptr %871, align 4
  %873 = getelementptr i8, ptr %871, i64 512
  %874 = load float, ptr %873, align 4
  %875 = getelementptr i8, ptr %871, i64 256
  %876 = load float, ptr %875, align 4
  %877 = fmul float %872, %751
  %878 = fmul float %874, %752
  %879 = fadd float %877, %878
  %880 = fmul float %876, %753
  %881 = fadd float %879, %880
  %882 = fdiv float %761, %881
  %883 = fcmp olt float %881, 0.000000e+00
  %884 = select i1 %883, float %882, float 0.000000e+00
  %885 = fcmp ogt float %884, 0x3FA99999A0000000
  %886 = select i1 %885, float 0.000000e+00, float -1.000000e+00
  %887 = select i1 %885, float %884, float 0x3FA99999A0000000
  %888 = fmul float %872, %765
  %889 = fmul float %874, %766
  %890 = fadd float %888, %889
  %891 = fmul float %876, %767
  %892 = fadd float %890, %891
  %893 = fdiv float %775, %892
  %894 = fcmp olt float %892, 0.000000e+00
  %895 = select i1 %894, float %893, float 0.000000e+00
  %896 = fcmp ogt float %895, %887
  %897 = select i1 %896, float 1.000000e+00, float %886
  %898 = select i1 %896, float %895, float %887
  %899 = fmul float %872, %779
  %900 = fmul float %874, %780
  %901 = fadd float %899, %900
  %902 = fmul float %876, %781
  %903 = fadd float %901, %902
  %904 = fdiv float %789, %903
  %905 = fcmp olt float %903, 0.000000e+00
  %906 = select i1 %905, float %904, float 0.000000e+00
  %907 = fcmp ogt float %906, %898
  %908 = select i1 %907, float 2.000000e+00, float %897
  %909 = select i1 %907, float %906, float %898
  %910 = fmul float %872, %793
  %911 = fmul float %874, %794
  %912 = fadd float %910, %911
  %913 = fmul float %876, %795
  %914 = fadd float %912, %913
  %915 = fdiv float %803, %914
  %916 = fcmp olt float %914, 0.000000e+00
  %917 = select i1 %916, float %915, float 0.000000e+00
  %918 = fcmp ogt float %917, %909
  %919 = select i1 %918, float 3.000000e+00, float %908
  %920 = select i1 %918, float %917, float %909
  %921 = fmul float %872, %807
  %922 = fmul float %874, %808
  %923 = fadd float %921, %922
  %924 = fmul float %876, %809
  %925 = fadd float %923, %924
  %926 = fdiv float %817, %925
  %927 = fcmp olt float %925, 0.000000e+00
  %928 = select i1 %927, float %926, float 0.000000e+00
  %929 = fcmp ogt float %928, %920
  %930 = select i1 %929, float 4.000000e+00, float %919
  %931 = select i1 %929, float %928, float %920
  %932 = fmul float %872, %821
  %933 = fmul float %874, %822
  %934 = fadd float %932, %933
  %935 = fmul float %876, %823
  %936 = fadd float %934, %935
  %937 = fdiv float %831, %936
  %938 = fcmp olt float %936, 0.000000e+00
  %939 = select i1 %938, float %937, float 0.000000e+00
  %940 = fcmp ogt float %939, %931
  %941 = select i1 %940, float 5.000000e+00, float %930
  %942 = fcmp ult float %941, 0.000000e+00
  br i1 %942, label %853, label %832
943:
  br i1 %687, label %944, label %1140
944:
  %945 = load double, ptr %471, align 8
  %946 = load double, ptr %472, align 8
  %947 = load double, ptr %473, align 8
  %948 = fptrunc double %945 to float
  %949 = fptrunc double %946 to float
  %950 = fptrunc double %947 to float
  %951 = load double, ptr %474, align 8
  %952 = fmul double %56, %946
  %953 = fmul double %1526, %945
  %954 = fsub double %952, %953
  %955 = fmul double %1529, %947
  %956 = fsub double %954, %955
  %957 = fsub double %951, %956
  %958 = fptrunc double %957 to float
  %959 = load double, ptr %476, align 8
  %960 = load double, ptr %477, align 8
  %961 = load double, ptr %478, align 8
  %962 = fptrunc double %959 to float
  %963 = fptrunc double %960 to float
  %964 = fptrunc double %961 to float
  %965 = load double, ptr %479, align 8
  %966 = fmul double %56, %960
  %967 = fmul double %1526, %959
  %968 = fsub double %966, %967
  %969 = fmul double %1529, %961
  %970 = fsub double %968, %969
  %971 = fsub double %965, %970
  %972 = fptrunc double %971 to float
  %973 = load double, ptr %443, align 8
  %974 = load double, ptr %480, align 8
  %975 = load double, ptr %481, align 8
  %976 = fptrunc double %973 to float
  %977 = fptrunc double %974 to float
  %978 = fptrunc double %975 to float
  %979 = load double, ptr %444, align 8
  %980 = fmul double %56, %974
  %981 = fmul double %1526, %973
  %982 = fsub double %980, %981
  %983 = fmul double %1529, %975
  %984 = fsub double %982, %983
  %985 = fsub double %979, %984
  %986 = fptrunc double %985 to float
  %987 = load double, ptr %446, align 8
  %988 = load double, ptr %482, align 8
  %989 = load double, ptr %483, align 8
  %990 = fptrunc double %987 to float
  %991 = fptrunc double %988 to float
  %992 = fptrunc double %989 to float
  %993 = load double, ptr %447, align 8
  %994 = fmul double %56, %988
  %995 = fmul double %1526, %987
  %996 = fsub double %994, %995
  %997 = fmul double %1529, %989
  %998 = fsub double %996, %997
  %999 = fsub double %993, %998
  %1000 = fptrunc double %999 to float
  %1001 = load double, ptr %449, align 8
  %1002 = load double, ptr %450, align 8
  %1003 = load double, ptr %484, align 8
  %1004 = fptrunc double %1001 to float
  %1005 = fptrunc double %1002 to float
  %1006 = fptrunc double %1003 to float
  %1007 = load double, ptr %451, align 8
  %1008 = fmul double %56, %1002
  %1009 = fmul double %1526, %1001
  %1010 = fsub double %1008, %1009
  %1011 = fmul double %1529, %1003
  %1012 = fsub double %1010, %1011
  %1013 = fsub double %1007, %1012
  %1014 = fptrunc double %1013 to float
  %1015 = load double, ptr %453, align 8
  %1016 = load double, ptr %454, align 8
  %1017 = load double, ptr %485, align 8
  %1018 = fptrunc double %1015 to float
  %1019 = fptrunc double %1016 to float
  %1020 = fptrunc double %1017 to float
  %1021 = load double, ptr %455, align 8
  %1022 = fmul double %56, %1016
  %1023 = fmul double %1526, %1015
  %1024 = fsub double %1022, %1023
  %1025 = fmul double %1529, %1017
  %1026 = fsub double %1024, %1025
  %1027 = fsub double %1021, %1026
  %1028 = fptrunc double %1027 to float
  br label %1065
1029:
  %1030 = select i1 %1135, float 1.000000e+09, float %1134
  %1031 = select i1 %1137, float %1136, float %1128
  %1032 = select i1 %1124, float 1.000000e+09, float %1123
  %1033 = select i1 %1113, float 1.000000e+09, float %1112
  %1034 = select i1 %1102, float 1.000000e+09, float %1101
  %1035 = select i1 %1091, float 1.000000e+09, float %1090
  %1036 = select i1 %1080, float 1.000000e+09, float %1079
  %1037 = fcmp olt float %1036, 1.000000e+09
  %1038 = select i1 %1037, float %1036, float 1.000000e+09
  %1039 = fcmp olt float %1035, %1038
  %1040 = select i1 %1039, float %1035, float %1038
  %1041 = fcmp olt float %1034, %1040
  %1042 = select i1 %1041, float %1034, float %1040
  %1043 = fcmp olt float %1033, %1042
  %1044 = select i1 %1043, float %1033, float %1042
  %1045 = fcmp olt float %1032, %1044
  %1046 = select i1 %1045, float %1032, float %1044
  %1047 = fcmp olt float %1030, %1046
  %1048 = select i1 %1047, float %1030, float %1046
  %1049 = fcmp olt float %1031, %1048
  br i1 %1049, label %1051, label %1050
1050:
  br label %1051
1051:
  %1052 = phi float [ 1.000000e+09, %1050 ], [ %1031, %1029 ]
  %1053 = getelementptr i8, ptr %1068, i64 768
  %1054 = load float, ptr %1053, align 4
  %1055 = fcmp olt float %1052, %1054
  br i1 %1055, label %1059, label %1056
1056:
  %1057 = getelementptr i8, ptr %1068, i64 1024
  %1058 = load float, ptr %1057, align 4
  br label %1059
1059:
  %1060 = phi float [ %1058, %1056 ], [ %1138, %1051 ]
  %1061 = getelementptr i8, ptr %1068, i64 1024
  store float %1060, ptr %1061, align 4
  %1062 = fcmp olt float %1054, %1052
  %1063 = select i1 %1062, float %1054, float %1052
  store float %1063, ptr %1053, align 4
  %1064 = icmp eq i64 %1067, 64
  br i1 %1064, label %1140, label %1065
1065:
  %1066 = phi i64 [ 0, %944 ], [ %1067, %1059 ]
  %1067 = add nuw nsw i64 %1066, 1
  %1068 = getelementptr float, ptr %98, i64 %1066
  %1069 = load float, ptr %1068, align 4
  %1070 = getelementptr i8, ptr %1068, i64 512
  %1071 = load float, ptr %1070, align 4
  %1072 = getelementptr i8, ptr %1068, i64 256
  %1073 = load float, ptr %1072, align 4
  %1074 = fmul float %1069, %948
  %1075 = fmul float %1071, %949
  %1076 = fadd float %1074, %1075
  %1077 = fmul float %1073, %950
  %1078 = fadd float %1076, %1077
  %1079 = fdiv float %958, %1078
  %1080 = fcmp olt float %1078, 0.000000e+00
  %1081 = select i1 %1080, float %1079, float 0.000000e+00
  %1082 = fcmp ogt float %1081, 0x3FA99999A0000000
  %1083 = select i1 %1082, float 6.000000e+00, float -1.000000e+00
  %1084 = select i1 %1082, float %1081, float 0x3FA99999A0000000
  %1085 = fmul float %1069, %962
  %1086 = fmul float %1071, %963
  %1087 = fadd float %1085, %1086
  %1088 = fmul float %1073, %964
  %1089 = fadd float %1087, %1088
  %1090 = fdiv float %972, %1089
  %1091 = fcmp olt float %1089, 0.000000e+00
  %1092 = select i1 %1091, float %1090, float 0.000000e+00
  %1093 = fcmp ogt float %1092, %1084
  %1094 = select i1 %1093, float 7.000000e+00, float %1083
  %1095 = select i1 %1093, float %1092, float %1084
  %1096 = fmul float %1069, %976
  %1097 = fmul float %1071, %977
  %1098 = fadd float %1096, %1097
  %1099 = fmul float %1073, %978
  %1100 = fadd float %1098, %1099
  %1101 = fdiv float %986, %1100
  %1102 = fcmp olt float %1100, 0.000000e+00
  %1103 = select i1 %1102, float %1101, float 0.000000e+00
  %1104 = fcmp ogt float %1103, %1095
  %1105 = select i1 %1104, float 8.000000e+00, float %1094
  %1106 = select i1 %1104, float %1103, float %1095
  %1107 = fmul float %1069, %990
  %1108 = fmul float %1071, %991
  %1109 = fadd float %1107, %1108
  %1110 = fmul float %1073, %992
  %1111 = fadd float %1109, %1110
  %1112 = fdiv float %1000, %1111
  %1113 = fcmp olt float %1111, 0.000000e+00
  %1114 = select i1 %1113, float %1112, float 0.000000e+00
  %1115 = fcmp ogt float %1114, %1106
  %1116 = select i1 %1115, float 9.000000e+00, float %1105
  %1117 = select i1 %1115, float %1114, float %1106
  %1118 = fmul float %1069, %1004
  %1119 = fmul float %1071, %1005
  %1120 = fadd float %1118, %1119
  %1121 = fmul float %1073, %1006
  %1122 = fadd float %1120, %1121
  %1123 = fdiv float %1014, %1122
  %1124 = fcmp olt float %1122, 0.000000e+00
  %1125 = select i1 %1124, float %1123, float 0.000000e+00
  %1126 = fcmp ogt float %1125, %1117
  %1127 = select i1 %1126, float 1.000000e+01, float %1116
  %1128 = select i1 %1126, float %1125, float %1117
  %1129 = fmul float %1069, %1018
  %1130 = fmul float %1071, %1019
  %1131 = fadd float %1129, %1130
  %1132 = fmul float %1073, %1020
  %1133 = fadd float %1131, %1132
  %1134 = fdiv float %1028, %1133
  %1135 = fcmp olt float %1133, 0.000000e+00
  %1136 = select i1 %1135, float %1134, float 0.000000e+00
  %1137 = fcmp ogt float %1136, %1128
  %1138 = select i1 %1137, float 1.100000e+01, float %1127
  %1139 = fcmp ult float %1138, 0.000000e+00
  br i1 %1139, label %1050, label %1029
1140:
  %1141 = tail call i64 @llvm.smin.i64(i64 %1510, i64 %1657)
  %1142 = sub i64 %1141, %701
  %1143 = icmp slt i64 %1142, 1
  br i1 %1143, label %697, label %1144
1144:
  %1145 = phi i64 [ %1338, %1392 ], [ %1142, %1140 ]
  %1146 = phi i64 [ %1339, %1392 ], [ %701, %1140 ]
  %1147 = sub i64 %1146, %701
  %1148 = icmp slt i64 %1146, 0
  %1149 = select i1 %1148, i64 %90, i64 0
  %1150 = getelementptr float, ptr %692, i64 %1146
  %1151 = getelementptr float, ptr %1150, i64 %1149
  br label %1658
1152:
  %1153 = load float, ptr %1151, align 4
  %1154 = fpext float %1153 to double
  %1155 = fadd double %1154, 1.500000e-01
  %1156 = fpext float %1679 to double
  %1157 = fcmp olt double %1155, %1156
  br i1 %1157, label %1396, label %1681
1158:
  %1159 = icmp ult i64 %1682, 4
  br i1 %1159, label %1163, label %1160
1160:
  %1161 = tail call double @llvm.fabs.f64(double %1699)
  %1162 = fdiv double %1161, %1438
  br label %1175
1163:
  %1164 = fadd double %1705, 1.000000e-01
  %1165 = tail call double @llvm.fabs.f64(double %1164)
  %1166 = fdiv double %1165, %1436
  %1167 = icmp ult i64 %1682, 2
  br i1 %1167, label %1168, label %1175
1168:
  %1169 = fadd double %1705, 1.500000e-01
  %1170 = tail call double @llvm.fabs.f64(double %1169)
  %1171 = fcmp ogt double %1170, 3.000000e-02
  %1172 = fcmp olt double %1170, 1.000000e-01
  %1173 = and i1 %1171, %1172
  br i1 %1173, label %1175, label %1174
1174:
  br label %1175
1175:
  %1176 = phi double [ %1166, %1168 ], [ %1162, %1160 ], [ %1166, %1163 ], [ %1166, %1174 ]
  %1177 = phi double [ %1708, %1168 ], [ 3.000000e-02, %1160 ], [ 3.000000e-02, %1163 ], [ 3.000000e-02, %1174 ]
  %1178 = phi double [ %1707, %1168 ], [ 2.400000e-02, %1160 ], [ 2.400000e-02, %1163 ], [ 2.400000e-02, %1174 ]
  %1179 = phi double [ %1706, %1168 ], [ 2.000000e-02, %1160 ], [ 2.000000e-02, %1163 ], [ 2.000000e-02, %1174 ]
  %1180 = phi double [ 1.000000e-01, %1168 ], [ 1.600000e-01, %1160 ], [ 1.600000e-01, %1163 ], [ 1.600000e-01, %1174 ]
  %1181 = fcmp ule double %1176, 8.200000e-01
  %1182 = or i1 %1159, %1181
  %1183 = select i1 %1182, double %1177, double 3.000000e-02
  %1184 = select i1 %1182, double %1178, double 3.000000e-02
  %1185 = select i1 %1182, double %1179, double 3.000000e-02
  br label %1246
1186:
  %1187 = icmp ult i64 %1674, 6
  %1188 = icmp ult i64 %1682, 2
  %1189 = select i1 %1187, i1 %1188, i1 false
  br i1 %1189, label %1190, label %1208
1190:
  %1191 = fadd double %1702, -3.300000e-01
  br label %1713
1192:
  %1193 = fcmp olt double %1733, 2.000000e-01
  br i1 %1193, label %1194, label %1195
1194:
  br label %1195
1195:
  %1196 = phi double [ 2.300000e-01, %1194 ], [ 1.200000e-02, %1192 ], [ %1717, %1728 ]
  %1197 = phi double [ 2.200000e-01, %1194 ], [ 1.200000e-02, %1192 ], [ %1716, %1728 ]
  %1198 = phi double [ 2.200000e-01, %1194 ], [ 1.200000e-02, %1192 ], [ %1715, %1728 ]
  %1199 = phi double [ 0.000000e+00, %1194 ], [ 0.000000e+00, %1192 ], [ %1714, %1728 ]
  br i1 %1719, label %1200, label %1713
1200:
  %1201 = fcmp olt double %1702, 3.600000e-01
  %1202 = fmul double %1198, 3.000000e-01
  %1203 = fmul double %1197, 3.000000e-01
  %1204 = fmul double %1196, 3.000000e-01
  %1205 = select i1 %1201, double %1204, double %1196
  %1206 = select i1 %1201, double %1203, double %1197
  %1207 = select i1 %1201, double %1202, double %1198
  br label %1246
1208:
  %1209 = icmp eq i64 %1682, 4
  %1210 = and i1 %1187, %1209
  br i1 %1210, label %1211, label %1227
1211:
  %1212 = tail call double @llvm.fabs.f64(double %1699)
  %1213 = fsub double %1212, %1645
  %1214 = tail call double @llvm.fabs.f64(double %1213)
  %1215 = fcmp olt double %1214, 1.900000e-01
  %1216 = fcmp ogt double %1702, 5.900000e-01
  %1217 = fcmp olt double %1702, 7.300000e-01
  %1218 = and i1 %1216, %1217
  %1219 = select i1 %1215, i1 %1218, i1 false
  br i1 %1219, label %1261, label %1220
1220:
  %1221 = fcmp olt double %1212, %1646
  %1222 = fcmp ogt double %1702, 4.200000e-01
  %1223 = fcmp olt double %1702, 6.200000e-01
  %1224 = and i1 %1222, %1223
  %1225 = select i1 %1221, i1 %1224, i1 false
  br i1 %1225, label %1226, label %1261
1226:
  br label %1261
1227:
  %1228 = icmp eq i64 %1682, 5
  %1229 = and i1 %1187, %1228
  br i1 %1229, label %1230, label %1246
1230:
  %1231 = tail call double @llvm.fabs.f64(double %1699)
  %1232 = fsub double %1231, %1644
  %1233 = tail call double @llvm.fabs.f64(double %1232)
  %1234 = fcmp olt double %1233, 2.400000e-01
  %1235 = fcmp ogt double %1702, 6.600000e-01
  %1236 = fcmp olt double %1702, 7.800000e-01
  %1237 = and i1 %1235, %1236
  %1238 = select i1 %1234, i1 %1237, i1 false
  br i1 %1238, label %1261, label %1239
1239:
  %1240 = fcmp olt double %1231, 2.600000e-01
  %1241 = fcmp ogt double %1702, 4.800000e-01
  %1242 = fcmp olt double %1702, 6.000000e-01
  %1243 = and i1 %1241, %1242
  %1244 = select i1 %1240, i1 %1243, i1 false
  br i1 %1244, label %1245, label %1261
1245:
  br label %1261
1246:
  %1247 = phi double [ %1183, %1175 ], [ %1205, %1200 ], [ %1708, %1227 ]
  %1248 = phi double [ %1184, %1175 ], [ %1206, %1200 ], [ %1707, %1227 ]
  %1249 = phi double [ %1185, %1175 ], [ %1207, %1200 ], [ %1706, %1227 ]
  %1250 = phi double [ %1180, %1175 ], [ %1199, %1200 ], [ 1.000000e-01, %1227 ]
  %1251 = icmp eq i64 %1682, 2
  br i1 %1251, label %1252, label %1254
1252:
  br i1 %497, label %1253, label %1278
1253:
  br label %1278
1254:
  %1255 = icmp ult i64 %1682, 2
  br i1 %1255, label %1256, label %1271
1256:
  %1257 = icmp eq i64 %1682, 0
  %1258 = select i1 %1257, double %1653, double %1654
  %1259 = fcmp olt double %1258, 0.000000e+00
  %1260 = select i1 %1259, double 0.000000e+00, double %1258
  br label %1278
1261:
  %1262 = phi double [ 1.000000e-02, %1230 ], [ %1708, %1220 ], [ %1708, %1211 ], [ 4.500000e-01, %1245 ], [ %1708, %1239 ], [ 3.000000e-02, %1226 ]
  %1263 = phi double [ 1.000000e-02, %1230 ], [ %1707, %1220 ], [ %1707, %1211 ], [ 5.000000e-01, %1245 ], [ %1707, %1239 ], [ 3.000000e-02, %1226 ]
  %1264 = phi double [ 3.000000e-01, %1230 ], [ %1706, %1220 ], [ %1706, %1211 ], [ 5.000000e-01, %1245 ], [ %1706, %1239 ], [ 3.000000e-02, %1226 ]
  %1265 = phi double [ %487, %1230 ], [ 0.000000e+00, %1220 ], [ %491, %1211 ], [ 0.000000e+00, %1245 ], [ 0.000000e+00, %1239 ], [ 0.000000e+00, %1226 ]
  %1266 = phi double [ %488, %1230 ], [ 0.000000e+00, %1220 ], [ %493, %1211 ], [ 0.000000e+00, %1245 ], [ 0.000000e+00, %1239 ], [ 0.000000e+00, %1226 ]
  %1267 = phi double [ %489, %1230 ], [ 0.000000e+00, %1220 ], [ %495, %1211 ], [ 0.000000e+00, %1245 ], [ 0.000000e+00, %1239 ], [ 0.000000e+00, %1226 ]
  %1268 = select i1 %1209, double %1649, double %1650
  %1269 = fcmp olt double %1268, 0.000000e+00
  %1270 = select i1 %1269, double 0.000000e+00, double %1268
  br label %1278
1271:
  %1272 = icmp eq i64 %1682, 4
  %1273 = select i1 %1272, double %1649, double %1650
  %1274 = fcmp olt double %1273, 0.000000e+00
  %1275 = select i1 %1274, double 0.000000e+00, double %1273
  br i1 %1710, label %1276, label %1278
1276:
  %1277 = fadd double %496, %1275
  br label %1278
1278:
  %1279 = phi double [ 0.000000e+00, %1271 ], [ 0.000000e+00, %1256 ], [ 0.000000e+00, %1276 ], [ 0.000000e+00, %1253 ], [ 0.000000e+00, %1252 ], [ %1267, %1261 ]
  %1280 = phi double [ 0.000000e+00, %1271 ], [ 0.000000e+00, %1256 ], [ 0.000000e+00, %1276 ], [ 0.000000e+00, %1253 ], [ 0.000000e+00, %1252 ], [ %1266, %1261 ]
  %1281 = phi double [ 0.000000e+00, %1271 ], [ 0.000000e+00, %1256 ], [ 0.000000e+00, %1276 ], [ 0.000000e+00, %1253 ], [ 0.000000e+00, %1252 ], [ %1265, %1261 ]
  %1282 = phi double [ %1247, %1271 ], [ %1247, %1256 ], [ %1247, %1276 ], [ 0x3FE7AE147AE147AE, %1253 ], [ %1247, %1252 ], [ %1262, %1261 ]
  %1283 = phi double [ %1248, %1271 ], [ %1248, %1256 ], [ %1248, %1276 ], [ 7.100000e-01, %1253 ], [ %1248, %1252 ], [ %1263, %1261 ]
  %1284 = phi double [ %1249, %1271 ], [ %1249, %1256 ], [ %1249, %1276 ], [ 0x3FE6666666666666, %1253 ], [ %1249, %1252 ], [ %1264, %1261 ]
  %1285 = phi double [ %1250, %1271 ], [ %1250, %1256 ], [ %1250, %1276 ], [ 0.000000e+00, %1253 ], [ %1250, %1252 ], [ 1.000000e-01, %1261 ]
  %1286 = phi double [ 5.500000e-01, %1271 ], [ 5.500000e-01, %1256 ], [ 8.000000e-01, %1276 ], [ 1.000000e+00, %1253 ], [ 1.000000e+00, %1252 ], [ 5.500000e-01, %1261 ]
  %1287 = phi double [ %1275, %1271 ], [ %1260, %1256 ], [ %1277, %1276 ], [ %16, %1253 ], [ %16, %1252 ], [ %1270, %1261 ]
  %1288 = fmul double %1619, %1287
  %1289 = fadd double %1702, -1.000000e-01
  %1290 = fdiv double %1289, 6.000000e-01
  %1291 = fcmp olt double %1290, 0.000000e+00
  %1292 = select i1 %1291, double 0.000000e+00, double %1290
  %1293 = fcmp ogt double %1292, 1.000000e+00
  %1294 = select i1 %1293, double 1.000000e+00, double %1292
  %1295 = fmul double %1294, 4.500000e-01
  %1296 = fadd double %1295, 5.500000e-01
  %1297 = fmul double %1601, %1286
  %1298 = fmul double %1296, %1297
  %1299 = fmul double %20, %1288
  %1300 = fadd double %1298, %1299
  %1301 = fmul double %1605, %1286
  %1302 = fmul double %1296, %1301
  %1303 = fmul double %22, %1288
  %1304 = fadd double %1302, %1303
  %1305 = fmul double %1609, %1286
  %1306 = fmul double %1296, %1305
  %1307 = fmul double %24, %1288
  %1308 = fadd double %1306, %1307
  %1309 = load double, ptr %504, align 8
  %1310 = load double, ptr %505, align 8
  %1311 = load double, ptr %506, align 8
  %1312 = fcmp ogt double %1659, %1156
  %1313 = select i1 %1312, double %1156, double %1659
  %1314 = fadd double %1663, 1.000000e+00
  %1315 = fmul double %1282, %1308
  %1316 = fadd double %1279, %1315
  %1317 = fmul double %1285, %1311
  %1318 = fadd double %1317, %1316
  %1319 = fmul double %1285, 3.000000e-01
  %1320 = fmul double %1609, %1319
  %1321 = fadd double %1320, %1318
  %1322 = fadd double %1660, %1321
  %1323 = fmul double %1283, %1304
  %1324 = fadd double %1280, %1323
  %1325 = fmul double %1285, %1310
  %1326 = fadd double %1325, %1324
  %1327 = fmul double %1605, %1319
  %1328 = fadd double %1327, %1326
  %1329 = fadd double %1661, %1328
  %1330 = fmul double %1284, %1300
  %1331 = fadd double %1281, %1330
  %1332 = fmul double %1285, %1309
  %1333 = fadd double %1332, %1331
  %1334 = fmul double %1601, %1319
  %1335 = fadd double %1334, %1333
  %1336 = fadd double %1662, %1335
  br label %1396
1337:
  %1338 = add nsw i64 %1145, -1
  %1339 = add i64 %1146, 1
  %1340 = fcmp ogt double %1397, 0.000000e+00
  br i1 %1340, label %1341, label %1392
1341:
  %1342 = fdiv double %1398, %1397
  %1343 = fdiv double %1399, %1397
  %1344 = fdiv double %1400, %1397
  %1345 = fmul double %1401, %507
  %1346 = tail call double @llvm.exp.f64(double %1345)
  %1347 = fmul double %1344, %1346
  %1348 = load double, ptr %514, align 8
  %1349 = fadd double %515, %1348
  %1350 = fsub double 1.000000e+00, %1346
  %1351 = fmul double %1350, %1349
  %1352 = fadd double %1347, %1351
  %1353 = fmul double %1343, %1346
  %1354 = load double, ptr %516, align 8
  %1355 = fadd double %517, %1354
  %1356 = fmul double %1350, %1355
  %1357 = fadd double %1353, %1356
  %1358 = fmul double %1342, %1346
  %1359 = load double, ptr %513, align 8
  %1360 = fadd double %518, %1359
  %1361 = fmul double %1350, %1360
  %1362 = fadd double %1358, %1361
  %1363 = fmul double %1397, 2.500000e-01
  %1364 = fsub double 1.000000e+00, %1363
  %1365 = select i1 %1148, i64 %82, i64 0
  %1366 = add i64 %1365, %1146
  %1367 = mul i64 %1366, %84
  %1368 = getelementptr float, ptr %696, i64 %1367
  %1369 = load float, ptr %1368, align 4
  %1370 = fpext float %1369 to double
  %1371 = fmul double %1364, %1370
  %1372 = fmul double %1363, %1362
  %1373 = fadd double %1371, %1372
  %1374 = fptrunc double %1373 to float
  store float %1374, ptr %1368, align 4
  %1375 = getelementptr i8, ptr %1368, i64 4
  %1376 = load float, ptr %1375, align 4
  %1377 = fpext float %1376 to double
  %1378 = fmul double %1364, %1377
  %1379 = fmul double %1363, %1357
  %1380 = fadd double %1379, %1378
  %1381 = fptrunc double %1380 to float
  store float %1381, ptr %1375, align 4
  %1382 = getelementptr i8, ptr %1368, i64 8
  %1383 = load float, ptr %1382, align 4
  %1384 = fpext float %1383 to double
  %1385 = fmul double %1364, %1384
  %1386 = fmul double %1363, %1352
  %1387 = fadd double %1386, %1385
  %1388 = fptrunc double %1387 to float
  store float %1388, ptr %1382, align 4
  %1389 = fcmp ogt double %1363, 5.000000e-01
  br i1 %1389, label %1390, label %1392
1390:
  %1391 = fptrunc double %1401 to float
  store float %1391, ptr %1151, align 4
  br label %1392
1392:
  %1393 = icmp sgt i64 %1145, 1
  br i1 %1393, label %1144, label %697
1394:
  %1395 = icmp eq i64 %1407, %4
  br i1 %1395, label %416, label %1405
1396:
  %1397 = phi double [ %1314, %1278 ], [ %1663, %1658 ], [ %1663, %1152 ]
  %1398 = phi double [ %1336, %1278 ], [ %1662, %1658 ], [ %1662, %1152 ]
  %1399 = phi double [ %1329, %1278 ], [ %1661, %1658 ], [ %1661, %1152 ]
  %1400 = phi double [ %1322, %1278 ], [ %1660, %1658 ], [ %1660, %1152 ]
  %1401 = phi double [ %1313, %1278 ], [ %1659, %1658 ], [ %1659, %1152 ]
  %1402 = icmp eq i64 %1665, 4
  br i1 %1402, label %1337, label %1658
1403:
  %1404 = icmp eq i64 %1423, %4
  br i1 %1404, label %1735, label %1421
1405:
  %1406 = phi i64 [ 0, %104 ], [ %1407, %1394 ]
  %1407 = add nuw nsw i64 %1406, 1
  %1408 = mul i64 %1406, %6
  %1409 = getelementptr double, ptr %2, i64 %1408
  %1410 = load double, ptr %1409, align 8
  %1411 = fsub double %1410, %54
  %1412 = fmul double %64, %1411
  %1413 = getelementptr i8, ptr %1409, i64 8
  %1414 = load double, ptr %1413, align 8
  %1415 = fsub double %1414, %58
  %1416 = fmul double %66, %1415
  %1417 = fadd double %1412, %1416
  %1418 = fcmp ogt double %1417, 0.000000e+00
  %1419 = fcmp olt double %1417, 1.400000e+02
  %1420 = and i1 %1418, %1419
  br i1 %1420, label %123, label %1394
1421:
  %1422 = phi i64 [ 0, %418 ], [ %1423, %1403 ]
  %1423 = add nuw nsw i64 %1422, 1
  %1424 = mul i64 %1422, %6
  %1425 = getelementptr double, ptr %2, i64 %1424
  %1426 = load double, ptr %1425, align 8
  %1427 = fsub double %1426, %54
  %1428 = getelementptr i8, ptr %1425, i64 8
  %1429 = load double, ptr %1428, align 8
  %1430 = fsub double %1429, %58
  %1431 = getelementptr i8, ptr %1425, i64 16
  %1432 = load double, ptr %1431, align 8
  %1433 = getelementptr i8, ptr %1425, i64 24
  %1434 = load double, ptr %1433, align 8
  %1435 = getelementptr i8, ptr %1425, i64 32
  %1436 = load double, ptr %1435, align 8
  %1437 = getelementptr i8, ptr %1425, i64 40
  %1438 = load double, ptr %1437, align 8
  %1439 = getelementptr i8, ptr %1425, i64 48
  %1440 = load double, ptr %1439, align 8
  %1441 = fmul double %64, %1427
  %1442 = fmul double %66, %1430
  %1443 = fadd double %1441, %1442
  %1444 = fneg double %1436
  %1445 = fcmp olt double %1443, %1444
  %1446 = fcmp ogt double %1443, 4.200000e+02
  %1447 = or i1 %1445, %1446
  br i1 %1447, label %1403, label %521
1448:
  %1449 = phi double [ 0.000000e+00, %521 ], [ %1498, %1448 ]
  %1450 = phi double [ 0.000000e+00, %521 ], [ %1502, %1448 ]
  %1451 = phi double [ %420, %521 ], [ %1494, %1448 ]
  %1452 = phi double [ %420, %521 ], [ %1490, %1448 ]
  %1453 = phi double [ 0.000000e+00, %521 ], [ %1486, %1448 ]
  %1454 = phi double [ %419, %521 ], [ %1484, %1448 ]
  %1455 = phi i64 [ 0, %521 ], [ %1456, %1448 ]
  %1456 = add nuw nsw i64 %1455, 1
  %1457 = and i64 %1455, 1
  %1458 = icmp eq i64 %1457, 0
  %1459 = select i1 %1458, double %1444, double %1436
  %1460 = and i64 %1455, 2
  %1461 = icmp eq i64 %1460, 0
  %1462 = select i1 %1461, double %525, double %1438
  %1463 = fmul double %1432, %1459
  %1464 = fadd double %1427, %1463
  %1465 = fmul double %1434, %1462
  %1466 = fadd double %1465, %1464
  %1467 = fmul double %1434, %1459
  %1468 = fadd double %1430, %1467
  %1469 = fmul double %1432, %1462
  %1470 = fsub double %1468, %1469
  %1471 = fmul double %64, %1466
  %1472 = fmul double %66, %1470
  %1473 = fadd double %1471, %1472
  %1474 = fcmp olt double %1473, 3.000000e-01
  %1475 = select i1 %1474, double 3.000000e-01, double %1473
  %1476 = fmul double %60, %1466
  %1477 = fmul double %62, %1470
  %1478 = fadd double %1476, %1477
  %1479 = fdiv double %1478, %1475
  %1480 = fmul double %68, %1479
  %1481 = fadd double %421, %1480
  %1482 = fdiv double %68, %1475
  %1483 = fcmp olt double %1481, %1454
  %1484 = select i1 %1483, double %1481, double %1454
  %1485 = fcmp ogt double %1481, %1453
  %1486 = select i1 %1485, double %1481, double %1453
  %1487 = fmul double %526, %1482
  %1488 = fsub double %70, %1487
  %1489 = fcmp olt double %1488, %1452
  %1490 = select i1 %1489, double %1488, double %1452
  %1491 = fmul double %529, %1482
  %1492 = fsub double %70, %1491
  %1493 = fcmp olt double %1492, %1451
  %1494 = select i1 %1493, double %1492, double %1451
  %1495 = fmul double %531, %1482
  %1496 = fsub double %70, %1495
  %1497 = fcmp ogt double %1496, %1449
  %1498 = select i1 %1497, double %1496, double %1449
  %1499 = fmul double %56, %1482
  %1500 = fadd double %70, %1499
  %1501 = fcmp ogt double %1500, %1450
  %1502 = select i1 %1501, double %1500, double %1450
  %1503 = icmp eq i64 %1456, 4
  br i1 %1503, label %1504, label %1448
1504:
  %1505 = tail call double @llvm.floor.f64(double %1484)
  %1506 = fptosi double %1505 to i64
  %1507 = tail call i64 @llvm.smax.i64(i64 %1506, i64 0)
  %1508 = tail call double @llvm.ceil.f64(double %1486)
  %1509 = fptosi double %1508 to i64
  %1510 = tail call i64 @llvm.smin.i64(i64 %82, i64 %1509)
  %1511 = tail call double @llvm.floor.f64(double %1490)
  %1512 = fptosi double %1511 to i64
  %1513 = tail call i64 @llvm.smax.i64(i64 %1512, i64 0)
  %1514 = tail call double @llvm.ceil.f64(double %1502)
  %1515 = fptosi double %1514 to i64
  %1516 = tail call i64 @llvm.smin.i64(i64 %80, i64 %1515)
  %1517 = icmp slt i64 %1507, %1510
  %1518 = icmp slt i64 %1513, %1516
  %1519 = select i1 %1517, i1 %1518, i1 false
  br i1 %1519, label %532, label %1403
1520:
  %1521 = phi double [ 0.000000e+00, %539 ], [ 0x3FED8A2B4AC44685, %1520 ]
  %1522 = phi i1 [ true, %539 ], [ false, %1520 ]
  br i1 %1522, label %1520, label %1523
1523:
  %1524 = fmul double %1427, %1434
  %1525 = fmul double %1430, %1432
  %1526 = fsub double %1524, %1525
  %1527 = fmul double %1427, %1432
  %1528 = fmul double %1430, %1434
  %1529 = fadd double %1527, %1528
  %1530 = fsub double %556, %559
  %1531 = fsub double %558, %560
  %1532 = fsub double 1.000000e+00, %1531
  %1533 = fsub double 1.000000e+00, %1530
  %1534 = fmul double %1533, %1532
  %1535 = fmul double %1530, %1532
  %1536 = fmul double %1533, %1531
  %1537 = fmul double %1530, %1531
  %1538 = fpext float %573 to double
  %1539 = fmul double %1534, %1538
  %1540 = fpext float %576 to double
  %1541 = fmul double %1535, %1540
  %1542 = fadd double %1539, %1541
  %1543 = fpext float %580 to double
  %1544 = fmul double %1536, %1543
  %1545 = fpext float %582 to double
  %1546 = fmul double %1537, %1545
  %1547 = fadd double %1544, %1546
  %1548 = fadd double %1547, %1542
  %1549 = fpext float %584 to double
  %1550 = fmul double %1534, %1549
  %1551 = fpext float %586 to double
  %1552 = fmul double %1535, %1551
  %1553 = fadd double %1550, %1552
  %1554 = fpext float %588 to double
  %1555 = fmul double %1536, %1554
  %1556 = fpext float %590 to double
  %1557 = fmul double %1537, %1556
  %1558 = fadd double %1555, %1557
  %1559 = fadd double %1553, %1558
  %1560 = fpext float %592 to double
  %1561 = fmul double %1534, %1560
  %1562 = fpext float %594 to double
  %1563 = fmul double %1535, %1562
  %1564 = fadd double %1561, %1563
  %1565 = fpext float %596 to double
  %1566 = fmul double %1536, %1565
  %1567 = fpext float %598 to double
  %1568 = fmul double %1537, %1567
  %1569 = fadd double %1566, %1568
  %1570 = fadd double %1564, %1569
  %1571 = fpext float %600 to double
  %1572 = fmul double %1534, %1571
  %1573 = fpext float %602 to double
  %1574 = fmul double %1535, %1573
  %1575 = fadd double %1572, %1574
  %1576 = fpext float %604 to double
  %1577 = fmul double %1536, %1576
  %1578 = fpext float %606 to double
  %1579 = fmul double %1537, %1578
  %1580 = fadd double %1577, %1579
  %1581 = fadd double %1575, %1580
  %1582 = fpext float %608 to double
  %1583 = fmul double %1534, %1582
  %1584 = fpext float %610 to double
  %1585 = fmul double %1535, %1584
  %1586 = fadd double %1583, %1585
  %1587 = fpext float %612 to double
  %1588 = fmul double %1536, %1587
  %1589 = fpext float %614 to double
  %1590 = fmul double %1537, %1589
  %1591 = fadd double %1588, %1590
  %1592 = fadd double %1586, %1591
  %1593 = fmul double %1559, 4.000000e-02
  %1594 = fadd double %1593, 1.000000e+00
  %1595 = fdiv double 6.500000e-01, %1594
  %1596 = fadd double %1595, 3.500000e-01
  %1597 = fmul double %52, %1521
  %1598 = fmul double %26, %1596
  %1599 = fadd double %38, %1598
  %1600 = fmul double %1570, %1597
  %1601 = fadd double %1599, %1600
  %1602 = fmul double %28, %1596
  %1603 = fadd double %40, %1602
  %1604 = fmul double %1581, %1597
  %1605 = fadd double %1603, %1604
  %1606 = fmul double %30, %1596
  %1607 = fadd double %42, %1606
  %1608 = fmul double %1592, %1597
  %1609 = fadd double %1607, %1608
  %1610 = fadd double %1548, -3.000000e+00
  %1611 = fmul double %1610, -4.000000e-01
  %1612 = fcmp olt double %1611, 0.000000e+00
  %1613 = select i1 %1612, double 0.000000e+00, double %1611
  %1614 = fcmp ogt double %1613, 1.000000e+00
  %1615 = select i1 %1614, double 1.000000e+00, double %1613
  %1616 = fmul double %1615, %1615
  %1617 = fmul double %1615, 2.000000e+00
  %1618 = fsub double 3.000000e+00, %1617
  %1619 = fmul double %1616, %1618
  %1620 = sub nsw i64 %1516, %1513
  %1621 = sub nsw i64 %1510, %1507
  %1622 = add nuw i64 %1621, 15
  %1623 = lshr i64 %1622, 4
  %1624 = icmp eq i64 %1623, 0
  %1625 = fmul double %64, %1434
  %1626 = fmul double %66, %1432
  %1627 = fsub double %1625, %1626
  %1628 = fptrunc double %1627 to float
  %1629 = fmul double %60, %1434
  %1630 = fmul double %62, %1432
  %1631 = fsub double %1629, %1630
  %1632 = fptrunc double %1631 to float
  %1633 = fmul double %64, %1432
  %1634 = fmul double %66, %1434
  %1635 = fadd double %1633, %1634
  %1636 = fptrunc double %1635 to float
  %1637 = fmul double %60, %1432
  %1638 = fmul double %62, %1434
  %1639 = fadd double %1637, %1638
  %1640 = fptrunc double %1639 to float
  %1641 = getelementptr i8, ptr %1425, i64 56
  %1642 = getelementptr i8, ptr %1425, i64 64
  %1643 = getelementptr i8, ptr %1425, i64 72
  %1644 = fmul double %1438, 0x3FE6666666666666
  %1645 = fmul double %1438, 0x3FE70A3D70A3D70A
  %1646 = fmul double %1438, 5.000000e-01
  %1647 = fmul double %14, %1432
  %1648 = fmul double %18, %1434
  %1649 = fadd double %1647, %1648
  %1650 = fneg double %1649
  %1651 = fmul double %14, %1434
  %1652 = fmul double %18, %1432
  %1653 = fsub double %1651, %1652
  %1654 = fneg double %1653
  br label %676
1655:
  %1656 = add nsw i64 %700, -1
  %1657 = add i64 %701, 16
  br i1 %686, label %747, label %943
1658:
  %1659 = phi double [ 1.000000e+09, %1144 ], [ %1401, %1396 ]
  %1660 = phi double [ 0.000000e+00, %1144 ], [ %1400, %1396 ]
  %1661 = phi double [ 0.000000e+00, %1144 ], [ %1399, %1396 ]
  %1662 = phi double [ 0.000000e+00, %1144 ], [ %1398, %1396 ]
  %1663 = phi double [ 0.000000e+00, %1144 ], [ %1397, %1396 ]
  %1664 = phi i64 [ 0, %1144 ], [ %1665, %1396 ]
  %1665 = add nuw nsw i64 %1664, 1
  %1666 = shl nsw i64 %1664, 4
  %1667 = add nuw i64 %1666, %1147
  %1668 = icmp slt i64 %1667, -256
  %1669 = select i1 %1668, i64 %100, i64 0
  %1670 = getelementptr float, ptr %98, i64 %1667
  %1671 = getelementptr i8, ptr %1670, i64 1024
  %1672 = getelementptr float, ptr %1671, i64 %1669
  %1673 = load float, ptr %1672, align 4
  %1674 = fptosi float %1673 to i64
  %1675 = icmp slt i64 %1667, -192
  %1676 = select i1 %1675, i64 %100, i64 0
  %1677 = getelementptr i8, ptr %1670, i64 768
  %1678 = getelementptr float, ptr %1677, i64 %1676
  %1679 = load float, ptr %1678, align 4
  %1680 = icmp slt i64 %1674, 0
  br i1 %1680, label %1396, label %1152
1681:
  %1682 = urem i64 %1674, 6
  %1683 = icmp slt i64 %1667, -128
  %1684 = select i1 %1683, i64 %100, i64 0
  %1685 = getelementptr i8, ptr %1670, i64 512
  %1686 = getelementptr float, ptr %1685, i64 %1684
  %1687 = load float, ptr %1686, align 4
  %1688 = icmp slt i64 %1667, 0
  %1689 = select i1 %1688, i64 %100, i64 0
  %1690 = getelementptr float, ptr %1670, i64 %1689
  %1691 = load float, ptr %1690, align 4
  %1692 = icmp slt i64 %1667, -64
  %1693 = select i1 %1692, i64 %100, i64 0
  %1694 = getelementptr i8, ptr %1670, i64 256
  %1695 = getelementptr float, ptr %1694, i64 %1693
  %1696 = load float, ptr %1695, align 4
  %1697 = fmul float %1679, %1691
  %1698 = fpext float %1697 to double
  %1699 = fsub double %1698, %1526
  %1700 = fmul float %1679, %1687
  %1701 = fpext float %1700 to double
  %1702 = fadd double %56, %1701
  %1703 = fmul float %1679, %1696
  %1704 = fpext float %1703 to double
  %1705 = fsub double %1704, %1529
  %1706 = load double, ptr %1641, align 8
  %1707 = load double, ptr %1642, align 8
  %1708 = load double, ptr %1643, align 8
  %1709 = add nsw i64 %1674, -6
  %1710 = icmp ult i64 %1709, 6
  %1711 = icmp ne i64 %1682, 2
  %1712 = and i1 %1710, %1711
  br i1 %1712, label %1158, label %1186
1713:
  %1714 = phi double [ 1.000000e-01, %1190 ], [ %1199, %1195 ]
  %1715 = phi double [ %1706, %1190 ], [ %1198, %1195 ]
  %1716 = phi double [ %1707, %1190 ], [ %1197, %1195 ]
  %1717 = phi double [ %1708, %1190 ], [ %1196, %1195 ]
  %1718 = phi double [ 6.200000e-01, %1190 ], [ -6.000000e-01, %1195 ]
  %1719 = phi i1 [ false, %1190 ], [ true, %1195 ]
  br label %1720
1720:
  %1721 = phi double [ 1.000000e+00, %1713 ], [ %1726, %1720 ]
  %1722 = phi double [ %1191, %1713 ], [ %1727, %1720 ]
  %1723 = phi i1 [ false, %1713 ], [ true, %1720 ]
  %1724 = phi i1 [ true, %1713 ], [ false, %1720 ]
  %1725 = fmul double %1721, %1722
  %1726 = select i1 %1724, double %1721, double %1725
  %1727 = fmul double %1722, %1722
  br i1 %1723, label %1728, label %1720
1728:
  %1729 = fmul double %1436, %1718
  %1730 = fsub double %1705, %1729
  %1731 = fmul double %1730, %1730
  %1732 = fadd double %1731, %1726
  %1733 = tail call double @sqrt(double %1732)
  %1734 = fcmp olt double %1733, 3.700000e-01
  br i1 %1734, label %1192, label %1195
1735:
  ret void
}
declare double @llvm.fabs.f64(double)
declare double @llvm.floor.f64(double)
declare double @llvm.ceil.f64(double)
declare double @llvm.exp.f64(double)
declare double @sqrt(double) nounwind willreturn memory(none)
declare i64 @llvm.smax.i64(i64, i64)
declare i64 @llvm.smin.i64(i64, i64)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1 immarg)
